namespace Trellis.Server.Ascend.Pdf;

/// <summary>A column of a table.</summary>
/// <param name="Title">What stands above it.</param>
/// <param name="Width">How wide it is, in points, with the gap to the next.</param>
internal readonly record struct PdfColumn(string Title, double Width);
