// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Base64} from "@openzeppelin/contracts/utils/Base64.sol";
import {Strings} from "@openzeppelin/contracts/utils/Strings.sol";

import {OptionKind} from "../../types/OptionKind.sol";
import {SeriesNaming} from "./SeriesNaming.sol";

// JSON and SVG are full of double quotes: literals stand in single ones rather than escape each of them.
/* solhint-disable quotes */

/// @title SeriesArt
/// @notice What a wallet shows of a series: a JSON document with a picture of its payoff, both as data URIs, made of nothing
/// but the series' own terms.
/// @dev The picture's axes have no scale: a payoff at expiry is a kink at the strike, whatever the strike is. Names of markets
/// come from governance; they are filtered all the same, so that no letter of theirs can end a JSON string or an SVG element.
library SeriesArt {
  using Strings for uint256;
  using Strings for address;

  /// @notice What is described.
  /// @param market "WETH/USDC"
  /// @param expiry unix seconds
  /// @param strike WAD quote per underlying
  struct Series {
    string market;
    OptionKind kind;
    uint256 expiry;
    uint256 strike;
  }

  string private constant JSON = "data:application/json;base64,";
  string private constant SVG = "data:image/svg+xml;base64,";

  /// @dev Stands for a letter that is none of a market's name.
  bytes1 private constant FILTERED = "_";

  /// @notice The document of a series.
  /// @param vault who owes it
  /// @param decimals of amounts of it
  function tokenURI(Series memory s, address vault, uint8 decimals) internal pure returns (string memory) {
    s.market = plain(s.market);
    string memory name = SeriesNaming.nameOf(s.market, s.kind, s.expiry, s.strike);
    bytes memory document = abi.encodePacked(
      _member('{"name":"', name),
      _member(',"symbol":"', SeriesNaming.symbolOf(s.market, s.kind, s.expiry, s.strike)),
      _member(',"description":"', _description(s, vault)),
      _member(',"image":"', string.concat(SVG, Base64.encode(bytes(image(s))))),
      ',"decimals":',
      uint256(decimals).toString(),
      ',"attributes":[',
      _attributes(s),
      "]}"
    );
    return string.concat(JSON, Base64.encode(document));
  }

  /// @notice The document of all series of a vault.
  function contractURI(string memory market, OptionKind kind, address vault) internal pure returns (string memory) {
    market = plain(market);
    bytes memory document = abi.encodePacked(
      _member('{"name":"', string.concat(market, _isCall(kind) ? " calls" : " puts")),
      _member(
        ',"description":"',
        string.concat("European options on ", market, ", owed by the vault ", vault.toChecksumHexString(), ".")
      ),
      "}"
    );
    return string.concat(JSON, Base64.encode(document));
  }

  /// @notice The picture, as SVG.
  function image(Series memory s) internal pure returns (string memory) {
    bool isCall = _isCall(s.kind);
    string memory strike = SeriesNaming.decimal(s.strike);
    string memory date = string.concat(SeriesNaming.dateOf(s.expiry), ", ", SeriesNaming.timeOf(s.expiry), " UTC");
    return
      string.concat(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400" font-family="ui-sans-serif,system-ui,sans-serif">',
        '<rect width="400" height="400" rx="24" fill="#111827"/>',
        _text('x="32" y="64" font-size="30" font-weight="600" fill="#f9fafb"', s.market, 20),
        _text('x="32" y="98" font-size="19" fill="#9ca3af"', date, 40),
        _text(
          string.concat('x="32" y="150" font-size="34" font-weight="600" fill="', _colour(isCall), '"'),
          string.concat(strike, isCall ? " Call" : " Put"),
          16
        ),
        _payoff(isCall),
        _text(
          'x="200" y="372" font-size="17" fill="#9ca3af" text-anchor="middle"',
          string.concat("strike ", strike),
          36
        ),
        "</svg>"
      );
  }

  /// @notice Letters, digits, space and "/.-" as they are; everything else as "_".
  function plain(string memory text) internal pure returns (string memory) {
    bytes memory letters = bytes(text);
    for (uint256 i; i < letters.length; ++i) if (!_isPlain(letters[i])) letters[i] = FILTERED;
    return string(letters);
  }

  /// @dev The payoff at expiry over the price: flat, and rising by one for one on the strike's side of the kind.
  function _payoff(bool isCall) private pure returns (string memory) {
    string memory colour = _colour(isCall);
    return
      string.concat(
        '<path d="M200 184V344" stroke="#4b5563" stroke-width="2" stroke-dasharray="4 6"/>',
        '<path d="M40 328H360" stroke="#4b5563" stroke-width="2"/>',
        '<path d="',
        isCall ? "M200 328L336 192V328Z" : "M200 328L64 192V328Z",
        '" fill="',
        colour,
        '" fill-opacity="0.15"/><path d="',
        isCall ? "M40 328H200L336 192" : "M360 328H200L64 192",
        '" fill="none" stroke="',
        colour,
        '" stroke-width="5" stroke-linecap="round" stroke-linejoin="round"/>'
      );
  }

  function _description(Series memory s, address vault) private pure returns (string memory) {
    string memory strike = SeriesNaming.decimal(s.strike);
    bool isCall = _isCall(s.kind);
    string memory payout =
      isCall
        ? string.concat("(P - ", strike, ") / P ", SeriesNaming.underlyingOf(s.market))
        : string.concat(strike, " - P ", SeriesNaming.quoteOf(s.market));
    return
      string.concat(
        "European option. Where that is positive, one pays ",
        payout,
        ", P being the settlement price of ",
        SeriesNaming.dateOf(s.expiry),
        ", ",
        SeriesNaming.timeOf(s.expiry),
        " UTC. Owed by the vault ",
        vault.toChecksumHexString(),
        " and covered by its collateral."
      );
  }

  function _attributes(Series memory s) private pure returns (string memory) {
    return
      string.concat(
        _trait("Market", s.market),
        ",",
        _trait("Kind", _isCall(s.kind) ? "Call" : "Put"),
        ",",
        _trait("Strike", SeriesNaming.decimal(s.strike)),
        ',{"trait_type":"Expiry","display_type":"date","value":',
        s.expiry.toString(),
        "}"
      );
  }

  function _trait(string memory name, string memory value) private pure returns (string memory) {
    return string.concat('{"trait_type":"', name, '","value":"', value, '"}');
  }

  /// @dev `head` ends with the quote that opens the value.
  function _member(string memory head, string memory value) private pure returns (string memory) {
    return string.concat(head, value, '"');
  }

  /// @param most letters that fit at full size; more are squeezed into the frame
  function _text(string memory attributes, string memory content, uint256 most) private pure returns (string memory) {
    string memory squeezed = bytes(content).length <= most ? ">" : ' textLength="336" lengthAdjust="spacingAndGlyphs">';
    return string.concat("<text ", attributes, squeezed, content, "</text>");
  }

  function _colour(bool isCall) private pure returns (string memory) {
    return isCall ? "#34d399" : "#fbbf24";
  }

  function _isCall(OptionKind kind) private pure returns (bool) {
    return kind == OptionKind.Call;
  }

  function _isPlain(bytes1 letter) private pure returns (bool) {
    return
      (letter >= "a" && letter <= "z") ||
      (letter >= "A" && letter <= "Z") ||
      (letter >= "0" && letter <= "9") ||
      letter == "/" ||
      letter == "." ||
      letter == "-" ||
      letter == " ";
  }
}
