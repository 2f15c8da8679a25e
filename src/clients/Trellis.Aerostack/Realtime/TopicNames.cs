namespace Trellis.Aerostack;

/// <summary>What topics are called. Contract section 7.4.</summary>
internal static class TopicNames
{
    /// <summary>The whole name of a topic of a project: that of a table when it has no slash; as it is when there is no project.</summary>
    public static string Qualify(string topic, string? projectId)
    {
        ArgumentException.ThrowIfNullOrEmpty(topic);
        return string.IsNullOrEmpty(projectId) || topic.EndsWith($"/{projectId}", StringComparison.Ordinal) ? topic
            : topic.Contains('/', StringComparison.Ordinal) ? $"{topic}/{projectId}"
            : $"table/{topic}/{projectId}";
    }

    /// <summary>The topic of a chat room.</summary>
    public static string ChatRoom(string roomId, string? projectId)
    {
        ArgumentException.ThrowIfNullOrEmpty(roomId);
        return Qualify($"chat/{roomId}", projectId);
    }

    /// <summary>Whether a server may call a topic <paramref name="full"/> that the client called <paramref name="sent"/>.</summary>
    public static bool IsNormalised(string full, string sent) =>
        full.StartsWith(sent, StringComparison.Ordinal) && (full.Length == sent.Length || full[sent.Length] == '/');
}
