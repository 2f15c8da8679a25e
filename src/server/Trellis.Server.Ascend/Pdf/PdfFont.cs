namespace Trellis.Server.Ascend.Pdf;

/// <summary>The two fonts of a document. Every reader of PDF has them, so that none has to be sent along.</summary>
internal enum PdfFont
{
    /// <summary>Helvetica.</summary>
    Regular,

    /// <summary>Helvetica-Bold.</summary>
    Bold,
}
