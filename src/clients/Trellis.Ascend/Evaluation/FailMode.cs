namespace Trellis.Ascend;

/// <summary>What becomes of an action that cannot be evaluated because the server cannot be reached. Contract section 3.4.</summary>
public enum FailMode
{
    /// <summary>The error is thrown, and the action must not be carried out.</summary>
    Closed,

    /// <summary>
    /// The action is allowed, with the condition <c>fail_open_mode</c>. Only unreachability does that: never a refusal, an action that
    /// waits for a person, or the kill switch.
    /// </summary>
    Open,
}
