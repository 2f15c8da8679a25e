namespace Trellis.Server.Kernel.OpenApi;

/// <summary>What a piece of a file of descriptions is.</summary>
internal enum DescriptionTokenKind
{
    /// <summary>The end of the file.</summary>
    End,

    /// <summary>A name, a number, a path or a media type.</summary>
    Word,

    /// <summary>A text in quotation marks.</summary>
    Quotation,

    /// <summary>A sign of punctuation.</summary>
    Sign,
}
