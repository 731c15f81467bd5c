package org.storesync.backoffice;

import java.io.Serializable;

/**
 * What is wrong in a file, and where.
 *
 * @param row as a spreadsheet counts them, the header is 1; 0 if it concerns the whole file
 * @param column name of the column; empty if it concerns the whole row
 */
public record FileProblem(int row, String column, Problem problem) implements Serializable {}
