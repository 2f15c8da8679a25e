using Trellis.Server.Aerostack.Identity;

namespace Trellis.Server.Aerostack.Realtime.Topics;

/// <summary>
/// A topic as a client named it. Clients of some languages send whole names and others what was typed, and each listens for the name that it
/// knows (contract, section 7.4): so one topic has one key and may have several names.
/// </summary>
/// <param name="Key">The topic within its project: without the project, and with <c>table/</c> before a bare name.</param>
/// <param name="Wire">Its name for this client: what the client sent, with the project behind it.</param>
internal readonly record struct TopicName(string Key, string Wire)
{
    /// <summary>The longest name that a client may send.</summary>
    public const int Longest = 255;

    private const char Separator = '/';

    /// <summary>The topic that a text names within a project. Another project's id in it is only text.</summary>
    public static TopicName Of(string text, Project project)
    {
        var last = text.LastIndexOf(Separator);
        var isWhole = last > 0 && project.IsNamed(text[(last + 1)..]);
        var bare = isWhole ? text[..last] : text;
        var key = bare.Contains(Separator, StringComparison.Ordinal) ? bare : $"table/{bare}";
        return new TopicName(key, isWhole ? text : $"{text}/{project.Id}");
    }

    /// <summary>The topic of a chat room.</summary>
    public static TopicName OfRoom(string room, Project project) => Of($"chat/{room}", project);
}
