export { problemsOfPackage } from './check-package.ts';
export { type PackageFiles, type PackageOptions, packageFiles, problemsOfOptions } from './package-files.ts';
export { zipPackage } from './zip-package.ts';
