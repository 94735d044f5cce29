import { setFailed } from '@actions/core';

setFailed('CSQA could not run: this build holds the types of the parts and not yet the parts.');
