namespace Trellis.Server.Ascend.Rules.Indexing;

/// <summary>Which part of a field a key is.</summary>
internal enum KeyMatch
{
    /// <summary>All of it.</summary>
    Whole,

    /// <summary>Its beginning.</summary>
    Beginning,

    /// <summary>Its end.</summary>
    End,
}
