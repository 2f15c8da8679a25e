namespace Trellis;

/// <summary>How <see cref="JsonTextBuilder"/> writes.</summary>
internal enum JsonTextStyle
{
    /// <summary>For people: members in their order, non-ASCII characters as they are.</summary>
    Readable,

    /// <summary>For hashing: members sorted by name, non-ASCII characters escaped (Askii contract, section 5.2).</summary>
    Canonical,
}
