using System.Collections.Concurrent;
using Trellis.Server.Aerostack.Realtime.Connections;
using Trellis.Server.Aerostack.Realtime.Topics;

namespace Trellis.Server.Aerostack.Realtime;

/// <summary>Who is connected to this server, each project apart from all others. Safe for concurrent use.</summary>
internal sealed class RealtimeHub(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, ProjectTopics> _projects = new(StringComparer.Ordinal);

    /// <summary>All connections at this moment.</summary>
    public IEnumerable<RealtimeConnection> Connections => _projects.Values.SelectMany(static project => project.Connections);

    /// <summary>The topics of a project.</summary>
    public ProjectTopics Of(string projectId) => _projects.GetOrAdd(projectId, static (_, time) => new ProjectTopics(time), time);
}
