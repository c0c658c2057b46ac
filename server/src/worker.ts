/** Runs jobs, timers and the relay: the server without its web role. Set `POLKU_ROLES=worker`. */
import './main.js';
