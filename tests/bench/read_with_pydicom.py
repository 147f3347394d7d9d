"""Prints the seconds of processor time that pydicom takes to read a segmentation and unpack its bits, the packages being loaded."""
import sys
import time

import numpy
import pydicom

pydicom.dcmread(sys.argv[1], stop_before_pixels=True)
start = time.process_time()
dataset = pydicom.dcmread(sys.argv[1])
masks = dataset.pixel_array
frames = [(frame.SegmentIdentificationSequence[0].ReferencedSegmentNumber,
           frame.PlanePositionSequence[0].ImagePositionPatient)
          for frame in dataset.PerFrameFunctionalGroupsSequence]
seconds = time.process_time() - start
assert masks.shape[0] == len(frames) and numpy.any(masks)
print(seconds)
