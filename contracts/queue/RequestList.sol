// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @notice What one controller has in one batch at one level.
/// @dev Word 0: shares, neighbours in the controller's list (request ids; zero for none), whether the unfilled part went
/// back. Word 1: what was claimed, while that is not all.
struct Request {
  uint128 shares;
  uint56 next;
  uint56 previous;
  bool isReturned;
  uint128 claimedShares;
  uint128 claimedAssets;
}

/// @notice A controller's unsettled requests, oldest first.
struct RequestLine {
  uint56 first;
  uint56 last;
  mapping(uint256 requestId => Request) requests;
}

/// @title RequestList
/// @notice A doubly linked list of requests: to add, to find and to remove one costs the same however many there are.
library RequestList {
  /// @notice Adds shares to a request, at the end of the line where it is new. `shares` is not zero.
  /// @dev Ids are below 2^56: epochs of an hour at least, counted from 1970, with thirteen bits of level.
  function add(RequestLine storage line, uint256 requestId, uint128 shares) internal {
    Request storage request = line.requests[requestId];
    if (request.shares != 0) {
      request.shares += shares;
      return;
    }
    (uint56 first, uint56 last) = (line.first, line.last);
    request.shares = shares;
    if (first == 0) {
      (line.first, line.last) = (uint56(requestId), uint56(requestId));
    } else {
      request.previous = last;
      line.requests[last].next = uint56(requestId);
      line.last = uint56(requestId);
    }
  }

  /// @notice Removes a request that is in the line.
  function remove(RequestLine storage line, uint256 requestId) internal {
    Request storage request = line.requests[requestId];
    (uint56 previous, uint56 next) = (request.previous, request.next);
    if (previous == 0) line.first = next;
    else line.requests[previous].next = next;
    // `last` stays where the line is empty: it is not read then, and the word need not be paid for anew.
    if (next != 0) line.requests[next].previous = previous;
    else if (previous != 0) line.last = previous;
    delete line.requests[requestId];
  }

  function toArray(RequestLine storage line) internal view returns (uint256[] memory requestIds) {
    uint256 count;
    for (uint256 id = line.first; id != 0; id = line.requests[id].next) ++count;
    requestIds = new uint256[](count);
    uint256 next = line.first;
    for (uint256 i; i < count; ++i) {
      requestIds[i] = next;
      next = line.requests[next].next;
    }
  }
}
