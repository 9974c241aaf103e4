// Draws the tables of a report. All words and figures are those of the table, which stays beside its chart.
(function () {
  'use strict';

  const MOST_GROUPS = 12;
  const THICKEST = 24;
  const MINUTE = 60;
  const HOUR = 60 * MINUTE;
  const STEPS = [1, 2, 5, 10, 30, 60, 120, 300, 600, 1440].map((minutes) => minutes * MINUTE);
  const MOST_STEPS = 5;
  const drawn = [];
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim();

  const words = (cells) => Array.from(cells, (cell) => cell.textContent.trim());
  const rows = (table) => Array.from(table.tBodies[0].rows);

  function length(seconds) {
    return seconds < HOUR ? Math.round(seconds / MINUTE) + ' min' : Math.round(10 * seconds / HOUR) / 10 + ' h';
  }

  // What one line is told by must not be its colour alone: the other is dashed, and has other points.
  function line(table) {
    const names = words(table.tHead.rows[0].cells).slice(1);
    const looks = [
      { borderColor: colour('waiting'), backgroundColor: colour('waiting'), borderDash: [6, 4], pointStyle: 'rectRot' },
      { borderColor: colour('in-progress'), backgroundColor: colour('in-progress'), pointStyle: 'circle' },
    ];
    return {
      labels: rows(table).map((row) => row.cells[0].textContent.trim()),
      datasets: names.map((name, at) => Object.assign(
        { label: name, data: rows(table).map((row) => Number(row.cells[at + 1].textContent)) }, looks[at])),
    };
  }

  // Half and nine of ten of each group, one kind of time; the darker is the half.
  function bar(table, kind) {
    const cells = rows(table).map((row) => row.querySelector('[data-of="' + kind + '"]'));
    const some = cells.filter((cell) => cell.dataset.p50).slice(0, MOST_GROUPS);
    const of = (name) => some.map((cell) => Number(cell.dataset[name]));
    const accent = colour('accent');
    return {
      labels: some.map((cell) => cell.parentElement.cells[0].textContent.trim()),
      datasets: [
        { label: 'p50', data: of('p50'), backgroundColor: accent, borderColor: accent, borderWidth: 1, maxBarThickness: THICKEST },
        { label: 'p90', data: of('p90'), backgroundColor: 'transparent', borderColor: accent, borderWidth: 2, maxBarThickness: THICKEST },
      ],
    };
  }

  function options(form, longest) {
    const lines = { color: colour('line') };
    const count = { beginAtZero: true, grid: lines, ticks: { precision: 0 } };
    const time = { beginAtZero: true, grid: lines, ticks: { callback: length, stepSize: STEPS.find((step) => longest <= MOST_STEPS * step) } };
    const name = { grid: { display: false }, ticks: { maxRotation: 0, autoSkip: form === 'line' } };
    return {
      animation: false,
      maintainAspectRatio: false,
      indexAxis: form === 'bar' ? 'y' : 'x',
      interaction: { mode: 'index', axis: form === 'bar' ? 'y' : 'x', intersect: false },
      scales: form === 'bar' ? { x: time, y: name } : { x: name, y: count },
      plugins: {
        legend: { labels: { usePointStyle: form === 'line' } },
        tooltip: form === 'bar' ? { callbacks: { label: (item) => item.dataset.label + ' ' + length(item.parsed.x) } } : {},
      },
    };
  }

  function draw() {
    drawn.splice(0).forEach((chart) => chart.destroy());
    Chart.defaults.color = colour('text');
    Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
    document.querySelectorAll('.chart').forEach((figure) => {
      const { form, table, of } = figure.dataset;
      const data = (form === 'line' ? line : bar)(document.getElementById(table), of);
      figure.hidden = data.labels.length < (form === 'line' ? 2 : 1);
      if (!figure.hidden) {
        drawn.push(new Chart(figure.querySelector('canvas'), { type: form, data: data, options: options(form, Math.max(...data.datasets.flatMap((set) => set.data))) }));
      }
    });
  }

  draw();
  window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
})();
