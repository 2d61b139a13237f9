package io.netwright.project;

import io.netwright.edit.Design;

/// Part of a network that a person keeps, to be used again in any project.
///
/// @param name what the person calls it; pieces of one folder differ in it
public record Piece(String name, Design design) {}
