// Reads a DICOM Segmentation as OHIF does (dcmjs, @cornerstonejs/adapters) and prints one JSON document: whether
// segments overlap, and of each segment its label, tracking id and number of voxels.
//
//   node count-voxels.mjs SEG IMAGE…    images of the marked series in the order of their slices
import { readFileSync } from 'node:fs';
import { createRequire, register } from 'node:module';
import { pathToFileURL } from 'node:url';

// Some packages don't say that these files are modules, and the Node of Debian 12 doesn't look.
const hook = `export const load = (url, context, next) =>
    next(url, /[/]esm[/].*[.]js$|[.]es[.]js$/.test(url) ? { ...context, format: 'module' } : context);`;
register('data:text/javascript,' + encodeURIComponent(hook));

// Resolved from the working folder, where the packages are.
const require = createRequire(pathToFileURL(process.cwd() + '/package.json'));
const dcmjs = require('dcmjs');
const adapters = await import(
    pathToFileURL(process.cwd() + '/node_modules/@cornerstonejs/adapters/dist/esm/adapters/Cornerstone/Segmentation_4X.js'));
dcmjs.log.setLevel(dcmjs.log.levels.ERROR);

function bytesOf(path) {
    const bytes = readFileSync(path);
    return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
}

function datasetOf(path) {
    const { dict } = dcmjs.data.DicomMessage.readFile(bytesOf(path));
    return dcmjs.data.DicomMetaDictionary.naturalizeDataset(dict);
}

const [segmentation, ...images] = process.argv.slice(2);
const instances = Object.fromEntries(images.map((path) => [path, datasetOf(path)]));

const modules = {
    instance: (image) => image,
    generalSeriesModule: (image) => ({ seriesInstanceUID: image.SeriesInstanceUID, modality: image.Modality }),
    generalImageModule: (image) => ({ sopInstanceUID: image.SOPInstanceUID }),
    imagePlaneModule: (image) => ({
        frameOfReferenceUID: image.FrameOfReferenceUID,
        rows: image.Rows,
        columns: image.Columns,
        rowCosines: image.ImageOrientationPatient.slice(0, 3).map(Number),
        columnCosines: image.ImageOrientationPatient.slice(3).map(Number),
        imageOrientationPatient: image.ImageOrientationPatient.map(Number),
        imagePositionPatient: image.ImagePositionPatient.map(Number),
        rowPixelSpacing: Number(image.PixelSpacing[0]),
        columnPixelSpacing: Number(image.PixelSpacing[1]),
    }),
};
const metadata = { get: (module, id) => modules[module]?.(instances[id]) };

const state = await adapters.generateToolState(images, bytesOf(segmentation), metadata, {});
const voxels = {};
for (const buffer of state.labelmapBufferArray) {
    for (const value of new Uint8Array(buffer)) {
        if (value > 0) voxels[value] = (voxels[value] ?? 0) + 1;
    }
}
const segments = state.segMetadata.data
    .filter((segment) => segment?.SegmentNumber)
    .map((segment) => ({
        number: Number(segment.SegmentNumber),
        label: segment.SegmentLabel,
        trackingId: segment.TrackingID,
        voxels: voxels[segment.SegmentNumber] ?? 0,
    }));
console.log(JSON.stringify({ layers: state.labelmapBufferArray.length, segments }));
