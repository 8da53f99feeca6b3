// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Test} from "forge-std/Test.sol";

import {StoredSurface} from "../../../contracts/surface/StoredSurface.sol";
import {Surface} from "../../../contracts/surface/SurfaceDistance.sol";
import {SviSlice} from "../../../contracts/types/SviSlice.sol";

contract Another {}

contract Creator {
  function save(uint256 index, Surface calldata saved) external {
    StoredSurface.save(index, saved);
  }

  function load(uint256 index) external view returns (Surface memory) {
    return StoredSurface.load(index);
  }

  /// @notice What `read` copies: expiries, time of observation, slices.
  function read(uint256 index) external view returns (uint256[10] memory words) {
    uint256 stored = StoredSurface.read(index);
    assembly ("memory-safe") {
      mcopy(words, stored, 0x140)
    }
  }

  function createAnother() external {
    new Another();
  }
}

// Behaviour tree
// load: what was saved under that index, whatever the number of expiries and of earlier surfaces; zeros past the last
// the account: its code cannot run, and holds no more than its slices
// save: refused where its account is not the one that will be read
contract StoredSurfaceTest is Test {
  Creator private creator;

  function setUp() public {
    creator = new Creator();
  }

  function _surface(uint256 seed, uint256 count) private pure returns (Surface memory made) {
    made.observedAt = uint256(keccak256(abi.encode(seed, "observed"))) >> 224;
    for (uint256 i = 0; i < count; ++i) {
      made.expiries |= (1_800_000_000 + i) << (32 * i);
      made.slices[i] = SviSlice.wrap(uint256(keccak256(abi.encode(seed, i))));
    }
  }

  function testFuzz_Load_IsWhatWasSaved(uint256 seed) public {
    Surface[] memory saved = new Surface[](8);
    for (uint256 i = 0; i < saved.length; ++i) {
      saved[i] = _surface(seed ^ i, ((seed >> (8 * i)) % 8) + 1);
      creator.save(i + 1, saved[i]);
    }
    for (uint256 i = 0; i < saved.length; ++i) {
      assertEq(abi.encode(creator.load(i + 1)), abi.encode(saved[i]));
      uint256[10] memory words = creator.read(i + 1);
      assertEq(abi.encode(words), abi.encode(saved[i].expiries, saved[i].observedAt, saved[i].slices));
    }
  }

  /// Numbers of one byte, of one that needs a length before it, and of two.
  function test_Load_ByManyIndices() public {
    for (uint256 i = 1; i <= 260; ++i) creator.save(i, _surface(i, 1));
    for (uint256 i = 1; i <= 260; ++i) assertEq(abi.encode(creator.load(i)), abi.encode(_surface(i, 1)));
  }

  /// Numbers where their length changes, up to the last that a header can name.
  function test_Load_ByFarIndices() public {
    uint256[9] memory indices = [uint256(0x7f), 0x80, 0xff, 0x100, 0xffff, 0x10000, 0x7fffff, 0xfffffe, 0xffffff];
    for (uint256 i = 0; i < indices.length; ++i) {
      vm.setNonce(address(creator), uint64(indices[i]));
      creator.save(indices[i], _surface(i, 8));
      assertEq(abi.encode(creator.load(indices[i])), abi.encode(_surface(i, 8)));
      if (i % 2 == 1) assertEq(abi.encode(creator.load(indices[i - 1])), abi.encode(_surface(i - 1, 8)));
    }
  }

  function test_Account_HoldsNoMoreThanItsSlices_AndCannotRun() public {
    for (uint256 count = 1; count <= 8; ++count) {
      creator.save(count, _surface(count, count));
      address place = vm.computeCreateAddress(address(creator), count);
      assertEq(place.code.length, 1 + 32 * (2 + count));
      assertEq(place.code[0], 0x00, "STOP");
      (bool ok, bytes memory answer) = place.call{gas: 30_000}("whatever");
      assertTrue(ok);
      assertEq(answer.length, 0);
    }
  }

  function test_RevertGiven_AnIndexThatIsNotTheNext() public {
    creator.save(1, _surface(1, 2));
    address place = vm.computeCreateAddress(address(creator), 2);
    vm.expectRevert(abi.encodeWithSelector(StoredSurface.MisplacedSurface.selector, 3, place));
    creator.save(3, _surface(3, 2));
  }

  function test_RevertGiven_ThatTheContractCreatedAnother() public {
    creator.createAnother();
    address place = vm.computeCreateAddress(address(creator), 2);
    vm.expectRevert(abi.encodeWithSelector(StoredSurface.MisplacedSurface.selector, 1, place));
    creator.save(1, _surface(1, 2));
  }
}
