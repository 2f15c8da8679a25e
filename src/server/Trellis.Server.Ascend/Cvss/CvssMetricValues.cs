namespace Trellis.Server.Ascend.Cvss;

/// <summary>From how far away (CVSS 3.1, section 2.1.1).</summary>
internal enum AttackVector
{
    /// <summary>Over the network.</summary>
    Network,

    /// <summary>From the same network segment.</summary>
    Adjacent,

    /// <summary>From the machine itself.</summary>
    Local,

    /// <summary>With the hands.</summary>
    Physical,
}

/// <summary>Whether luck or preparation is needed (section 2.1.2).</summary>
internal enum AttackComplexity
{
    /// <summary>No.</summary>
    Low,

    /// <summary>Yes.</summary>
    High,
}

/// <summary>Which rights are needed beforehand (section 2.1.3).</summary>
internal enum PrivilegesRequired
{
    /// <summary>None.</summary>
    None,

    /// <summary>An ordinary user's.</summary>
    Low,

    /// <summary>An administrator's.</summary>
    High,
}

/// <summary>Whether somebody else has to take part (section 2.1.4).</summary>
internal enum UserInteraction
{
    /// <summary>No.</summary>
    None,

    /// <summary>Yes.</summary>
    Required,
}

/// <summary>Whether the effect reaches beyond what was attacked (section 2.2).</summary>
internal enum Scope
{
    /// <summary>No.</summary>
    Unchanged,

    /// <summary>Yes.</summary>
    Changed,
}

/// <summary>How much of a protected quality is lost (section 2.3).</summary>
internal enum Impact
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A part.</summary>
    Low,

    /// <summary>All, or the part that matters.</summary>
    High,
}
