namespace Trellis.Ascend;

/// <summary>Says which members of a caller's JSON are not sent.</summary>
internal interface IMemberFilter
{
    /// <summary>Whether a member of this name is left out.</summary>
    bool Drops(string name);
}
