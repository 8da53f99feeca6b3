import { writeFileSync } from "node:fs";

import { network } from "hardhat";

import { tokenPictures } from "./images/tokenPictures.ts";

const connection = await network.create();
for (const [file, svg] of Object.entries(await tokenPictures(connection))) {
  writeFileSync(`docs/images/${file}`, svg);
  console.log(`docs/images/${file}`);
}
await connection.close();
