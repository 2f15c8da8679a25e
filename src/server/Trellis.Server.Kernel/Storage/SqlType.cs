namespace Trellis.Server.Kernel.Storage;

/// <summary>The types that both engines store alike.</summary>
internal enum SqlType
{
    /// <summary><c>text</c></summary>
    Text,

    /// <summary><c>text</c> that is given as UTF-8</summary>
    Utf8,

    /// <summary><c>bigint</c></summary>
    Integer,

    /// <summary><c>double precision</c></summary>
    Real,

    /// <summary><c>bytea</c></summary>
    Bytes,
}
