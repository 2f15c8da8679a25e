namespace Trellis.Ascend;

/// <summary>What was decided about an action. Contract section 3.1.</summary>
public enum Decision
{
    /// <summary>Nothing yet: a person has to decide. What the server says in words of its own counts as this, never as allowed.</summary>
    Pending,

    /// <summary>The action may be carried out.</summary>
    Allowed,

    /// <summary>The action must not be carried out.</summary>
    Denied,
}
