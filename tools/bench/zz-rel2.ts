import { measureRelease } from './release.ts';
console.log(JSON.stringify(await measureRelease({ isQuick: false }), null, 1));
