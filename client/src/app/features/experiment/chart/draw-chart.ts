import { Chart, Filler, LinearScale, LineController, LineElement, PointElement, Tooltip, type ChartDataset } from 'chart.js';
import { dayNumber, dayOfNumber, heightOf, namedDays, type LineName, type Picture } from './pictures';

Chart.register(LineController, LineElement, PointElement, LinearScale, Filler, Tooltip);

type Dataset = ChartDataset<'line', { x: number; y: number }[]>;

/** The colours of a theme, each as `#rrggbb`. */
export interface ChartColours {
  readonly path: string;
  readonly unclear: string;
  readonly lesson: string;
  readonly ink: string;
  readonly quiet: string;
  readonly line: string;
  readonly surface: string;
}

/** How a picture is drawn: its words and its colours; nothing of it moves. */
export interface ChartLook {
  readonly colours: ChartColours;
  readonly font: string;
  readonly value: (number: number) => string;
  readonly day: (day: string) => string;
  readonly name: (line: LineName) => string;
}

/** Lines differ by colour, by dashes and by the shape of their points. */
const shapes: Readonly<
  Record<
    LineName,
    { readonly colour: 'path' | 'unclear' | 'lesson'; readonly point: 'circle' | 'triangle' | 'rectRot'; readonly dash: number[] }
  >
> = {
  test: { colour: 'path', point: 'circle', dash: [] },
  comparison: { colour: 'unclear', point: 'triangle', dash: [7, 5] },
  contrast: { colour: 'path', point: 'rectRot', dash: [] },
};

/** `#rrggbb` with so much of it left. */
const thin = (colour: string, share: number): string =>
  `${colour}${Math.round(share * 255)
    .toString(16)
    .padStart(2, '0')}`;

const bandsOf = (picture: Picture, look: ChartLook): Dataset[] =>
  picture.lines.flatMap(({ name, points }): Dataset[] => {
    const colour = look.colours[shapes[name].colour];
    const ends = points.flatMap(({ on, lower, upper }) => (lower === null || upper === null ? [] : [{ x: dayNumber(on), lower, upper }]));
    if (ends.length === 0) return [];
    const edge = { borderColor: thin(colour, 0.45), borderWidth: 1, pointRadius: ends.length === 1 ? 2 : 0, pointHitRadius: 0 };
    return [
      { ...edge, data: ends.map(({ x, lower }) => ({ x, y: lower })), fill: false },
      { ...edge, data: ends.map(({ x, upper }) => ({ x, y: upper })), fill: '-1', backgroundColor: thin(colour, 0.16) },
    ];
  });

const linesOf = (picture: Picture, look: ChartLook): Dataset[] =>
  picture.lines.map(({ name, points }) => {
    const { colour, point, dash } = shapes[name];
    return {
      label: look.name(name),
      data: points.map(({ on, estimate }) => ({ x: dayNumber(on), y: estimate })),
      borderColor: look.colours[colour],
      backgroundColor: look.colours[colour],
      borderDash: dash,
      borderWidth: 2,
      pointStyle: point,
      pointRadius: points.length > 40 ? 2 : 5,
      pointHoverRadius: 7,
      fill: false,
    };
  });

// A point on the first or the last day stands wholly inside, with some room beside it.
const widthOf = ({ from, to }: Picture): { readonly min: number; readonly max: number } => {
  const [first, last] = [dayNumber(from), dayNumber(to)];
  const room = Math.max(0.5, (last - first) * 0.03);
  return { min: first - room, max: last + room };
};

const marksOf = (picture: Picture, { colours }: ChartLook): Dataset[] => {
  const { threshold, baseline } = picture;
  const { min, max } = widthOf(picture);
  const across = (y: number, borderColor: string, borderDash: number[]): Dataset => ({
    data: [
      { x: min, y },
      { x: max, y },
    ],
    borderColor,
    borderDash,
    borderWidth: 2,
    pointRadius: 0,
    pointHitRadius: 0,
    fill: false,
  });
  return [
    ...(threshold === null ? [] : [across(threshold, colours.ink, [])]),
    ...(baseline === null ? [] : [across(baseline, colours.quiet, [2, 4])]),
  ];
};

/** Draws a picture; answers what takes it away again. */
export const drawChart = (canvas: HTMLCanvasElement, picture: Picture, look: ChartLook): (() => void) => {
  const { colours, font } = look;
  const lines = linesOf(picture, look);
  const text = { color: colours.quiet, font: { family: font, size: 13 } };
  const height = heightOf(picture);
  const chart = new Chart(canvas, {
    type: 'line',
    data: { datasets: [...lines, ...marksOf(picture, look), ...bandsOf(picture, look)] },
    options: {
      responsive: true,
      maintainAspectRatio: false,
      animation: false,
      scales: {
        x: {
          type: 'linear',
          ...widthOf(picture),
          afterBuildTicks: (scale) => (scale.ticks = namedDays(picture).map((value) => ({ value }))),
          grid: { color: colours.line },
          ticks: { ...text, maxRotation: 0, callback: (at) => look.day(dayOfNumber(Number(at))) },
        },
        y: {
          suggestedMin: height.from,
          suggestedMax: height.to,
          grid: { color: colours.line },
          ticks: { ...text, maxTicksLimit: 6, callback: (at) => look.value(Number(at)) },
        },
      },
      plugins: {
        tooltip: {
          filter: ({ datasetIndex }) => datasetIndex < lines.length,
          backgroundColor: colours.ink,
          titleColor: colours.surface,
          bodyColor: colours.surface,
          titleFont: { family: font },
          bodyFont: { family: font },
          callbacks: {
            title: ([item]) => (typeof item?.parsed.x === 'number' ? look.day(dayOfNumber(item.parsed.x)) : ''),
            label: ({ dataset, parsed }) => `${dataset.label ?? ''}: ${look.value(parsed.y ?? 0)}`,
          },
        },
      },
    },
  });
  return () => chart.destroy();
};
