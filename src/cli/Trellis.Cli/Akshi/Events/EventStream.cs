namespace Trellis.Cli.Akshi.Events;

/// <summary>Which of the runtime's streams of events is read. Contract section 3.</summary>
internal enum EventStream
{
    /// <summary>AG-UI's, unless an agent is named: then that agent's.</summary>
    Usual,

    /// <summary>The state of all agents, their runs, and what they say.</summary>
    Agui,

    /// <summary>What agents say and do.</summary>
    Runtime,

    /// <summary>What becomes of tasks.</summary>
    Tasks,
}
