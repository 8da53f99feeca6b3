import { UsageError } from "./UsageError.ts";

/** As `engines` of package.json has it: what Hardhat asks for. */
const LEAST = { major: 22, minor: 13 };

/** @throws UsageError where this process runs on an older Node than the project does */
export function requireNodeVersion(target: string, version = process.versions.node): void {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major > LEAST.major || (major === LEAST.major && minor >= LEAST.minor)) return;
  throw new UsageError({
    expected: `Node ${LEAST.major}.${LEAST.minor} or newer`,
    got: version,
    action: `run make ${target}, which brings one`,
  });
}
