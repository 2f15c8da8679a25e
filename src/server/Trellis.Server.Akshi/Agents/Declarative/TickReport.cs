using Trellis.Server.Akshi.Configuration;
using Trellis.Server.Akshi.Logs;

namespace Trellis.Server.Akshi.Agents.Declarative;

/// <summary>What a tick has done so far, and what it could not do. Not safe for concurrent use.</summary>
internal sealed class TickReport(AgentConfiguration agent, RuntimeLog log)
{
    /// <summary>How many findings it has made.</summary>
    public int Findings { get; set; }

    /// <summary>How many more it may make.</summary>
    public int Room => agent.Declarative!.MaxFindings - Findings;

    /// <summary>What it could not do; the first thing counts.</summary>
    public string? Notice { get; private set; }

    /// <summary>Notes for the status what it could not do.</summary>
    public void Note(string notice) => Notice ??= notice;

    /// <summary>Notes it for the status and tells it in the log.</summary>
    public void Warn(string notice)
    {
        Note(notice);
        log.Write(LogSeverity.Warn, agent.Name, notice);
    }
}
