// Finds a route on the page of the API. Without it the page is whole, only longer to look through.
(function () {
  var form = document.querySelector('form[role="search"]');
  var entry = document.getElementById('search');
  var said = form.querySelector('[role="status"]');
  var routes = Array.prototype.map.call(document.querySelectorAll('[data-operation]'), function (section) {
    return {
      section: section,
      words: section.textContent.toLowerCase(),
      link: document.querySelector('[data-of="' + section.id + '"]'),
    };
  });

  function find() {
    var words = entry.value.toLowerCase().split(/\s+/).filter(Boolean);
    var found = 0;
    routes.forEach(function (route) {
      var fits = words.every(function (word) {
        return route.words.includes(word);
      });
      route.section.hidden = !fits;
      route.link.hidden = !fits;
      if (fits) found += 1;
    });
    document.querySelectorAll('[data-group]').forEach(function (group) {
      group.hidden = !group.querySelector('[data-operation]:not([hidden])');
    });
    document.querySelectorAll('main > section:not([data-group])').forEach(function (section) {
      section.hidden = words.length > 0;
    });
    said.textContent = words.length === 0 ? '' : found === 1 ? '1 route' : found + ' routes';
  }

  // A link to what the search has hidden ends the search.
  addEventListener('click', function (event) {
    var link = event.target.closest('a[href^="#"]');
    var target = link && document.getElementById(link.hash.slice(1));
    if (!target || !target.closest('[hidden]')) return;
    entry.value = '';
    find();
  });
  entry.addEventListener('input', find);
  form.addEventListener('submit', function (event) {
    event.preventDefault();
  });
  form.hidden = false;
})();
