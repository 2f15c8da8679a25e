namespace Trellis.Server.Ascend.Cvss;

/// <summary>The eight base metrics of CVSS 3.1. The default is an ordinary user's action over the network that harms nothing.</summary>
internal readonly record struct CvssMetrics()
{
    /// <summary>AV.</summary>
    public AttackVector AttackVector { get; init; } = AttackVector.Network;

    /// <summary>AC.</summary>
    public AttackComplexity AttackComplexity { get; init; } = AttackComplexity.Low;

    /// <summary>PR.</summary>
    public PrivilegesRequired PrivilegesRequired { get; init; } = PrivilegesRequired.Low;

    /// <summary>UI.</summary>
    public UserInteraction UserInteraction { get; init; } = UserInteraction.None;

    /// <summary>S.</summary>
    public Scope Scope { get; init; } = Scope.Unchanged;

    /// <summary>C.</summary>
    public Impact Confidentiality { get; init; } = Impact.None;

    /// <summary>I.</summary>
    public Impact Integrity { get; init; } = Impact.None;

    /// <summary>A.</summary>
    public Impact Availability { get; init; } = Impact.None;

    /// <summary>The base score: 0.0 to 10.0 in steps of a tenth.</summary>
    public double BaseScore() => CvssBaseScore.Of(this);

    /// <summary>The vector string.</summary>
    public override string ToString() => CvssVector.Format(this);
}
