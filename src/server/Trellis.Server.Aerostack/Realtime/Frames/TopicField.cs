using Trellis.Server.Aerostack.Identity;
using Trellis.Server.Aerostack.Realtime.Topics;
using Trellis.Server.Kernel.Requests;

namespace Trellis.Server.Aerostack.Realtime.Frames;

/// <summary>Reads the member <c>topic</c> of frames.</summary>
internal static class TopicField
{
    /// <summary>The topic within a project.</summary>
    public static TopicName Topic(this Fields fields, Project project)
    {
        var text = fields.Text("topic", TopicName.Longest);
        if (text.Any(char.IsControl))
            fields.Errors.Add("topic", "must have no control characters");
        return TopicName.Of(text, project);
    }
}
