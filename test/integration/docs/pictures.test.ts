import { readFileSync } from "node:fs";

import { expect } from "chai";
import { network } from "hardhat";

import { tokenPictures } from "../../../scripts/images/tokenPictures.ts";

describe("pictures of option tokens in the documentation", () => {
  it("are what the contract draws: make images writes them anew", async () => {
    const connection = await network.create();
    const pictures = Object.entries(await tokenPictures(connection));
    await connection.close();
    expect(pictures).to.have.length(2);
    for (const [file, svg] of pictures) expect(readFileSync(`docs/images/${file}`, "utf8"), file).to.equal(svg);
  });
});
