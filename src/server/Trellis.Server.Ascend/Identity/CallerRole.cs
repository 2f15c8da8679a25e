namespace Trellis.Server.Ascend.Identity;

/// <summary>What a caller may do.</summary>
internal enum CallerRole
{
    /// <summary>Ask for its own actions.</summary>
    Agent,

    /// <summary>Look.</summary>
    User,

    /// <summary>Change policies and agents, decide approvals up to its level.</summary>
    Manager,

    /// <summary>Everything in its organisation.</summary>
    Admin,
}
