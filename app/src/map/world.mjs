// Turns Natural Earth's countries into world.txt: see README.md for how to run it.
import { readFileSync } from "node:fs";
import { geoEqualEarth, geoPath } from "d3-geo";
import { feature } from "topojson-client";
import countries from "i18n-iso-countries";

const WIDTH = 10000;
const SOUTH = -56;
const NORTH = 83.7;
const ANTARCTICA = "010";
// Aggregates that flows may start from or end in, placed at a town in their middle.
const AGGREGATES = [
  ["EU27", 9.9, 50.0],
  ["XEU", 15.5, 49.5],
];

const projection = geoEqualEarth().rotate([-11, 0]).precision(0.3);
projection.fitWidth(WIDTH, { type: "Sphere" });
const top = projection([11, NORTH])[1];
projection.translate([projection.translate()[0], projection.translate()[1] - top]);
const height = Math.round(projection([11, SOUTH])[1]);

function read(scale) {
  const text = readFileSync(`node_modules/world-atlas/countries-${scale}.json`, "utf8");
  const topology = JSON.parse(text);
  return feature(topology, topology.objects.countries).features.filter((f) => f.id !== ANTARCTICA);
}

function codeOf(shape) {
  if (shape.properties.name === "Kosovo") return "XKX";
  return (shape.id && countries.numericToAlpha3(shape.id)) || "---";
}

// Rings in whole units, points that fall on the one before left out, as relative SVG commands.
function pathOf(shape) {
  const rings = [];
  geoPath(projection, {
    beginPath() {},
    moveTo: (x, y) => rings.push([[Math.round(x), Math.round(y)]]),
    lineTo(x, y) {
      const ring = rings.at(-1);
      const [px, py] = ring.at(-1);
      if (Math.round(x) !== px || Math.round(y) !== py) ring.push([Math.round(x), Math.round(y)]);
    },
    closePath() {},
    arc() {},
  })(shape);
  let here = [0, 0];
  let path = "";
  for (const ring of rings) {
    const [fx, fy] = ring[0];
    const [lx, ly] = ring.at(-1);
    if (ring.length > 1 && fx === lx && fy === ly) ring.pop();
    if (ring.length < 3) continue;
    path += "m" + step(ring[0], here) + "l";
    path += ring.slice(1).map((point, i) => step(point, ring[i])).join(" ").replaceAll(" -", "-");
    path += "z";
    // Closing a ring takes the pen back to where the ring began.
    here = ring[0];
  }
  return path;
}

function step([x, y], [px, py]) {
  const dy = y - py;
  return `${x - px}${dy < 0 ? "" : " "}${dy}`;
}

// The middle of the largest piece, so that France is labelled in Europe and the USA on its mainland.
function labelOf(shape) {
  const pieces =
    shape.geometry.type === "Polygon"
      ? [shape.geometry]
      : shape.geometry.coordinates.map((coordinates) => ({ type: "Polygon", coordinates }));
  const path = geoPath(projection);
  const largest = pieces.reduce((a, b) => (path.area(b) > path.area(a) ? b : a));
  return path.centroid(largest).map(Math.round);
}

const lines = [];
const large = read("110m");
const drawn = new Set(large.map((shape) => shape.id));
for (const shape of large) {
  lines.push([codeOf(shape), ...labelOf(shape), pathOf(shape)].join(" ").trimEnd());
}
for (const shape of read("50m")) {
  if (shape.id && !drawn.has(shape.id) && codeOf(shape) !== "---") {
    lines.push([codeOf(shape), ...labelOf(shape), ""].join(" ").trimEnd());
  }
}
for (const [code, longitude, latitude] of AGGREGATES) {
  lines.push([code, ...projection([longitude, latitude]).map(Math.round), ""].join(" ").trimEnd());
}
lines.sort((a, b) => (a < b ? -1 : 1));

console.log("# Countries of the world for the maps of the report; made by src/map/world.mjs, not by hand.");
console.log("# Source: Natural Earth 4.1.0, admin 0 countries, 1:110m (1:50m for places without a path).");
console.log("# Licence: public domain. Boundaries from Natural Earth; no position is taken.");
console.log("# Equal Earth projection turned by 11 degrees; x to the right, y down, in units of the size below.");
console.log("# code, x and y of the label, outline as relative SVG path commands (empty: a place without outline)");
console.log(`size ${WIDTH} ${height}`);
console.log(lines.join("\n"));
