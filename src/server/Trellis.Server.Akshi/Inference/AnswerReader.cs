using System.Text;
using Trellis.Server.Akshi.Events;
using Trellis.Server.Kernel.Models;

namespace Trellis.Server.Akshi.Inference;

/// <summary>Reads a model's answer as it comes and tells whoever watches the agent.</summary>
internal sealed class AnswerReader(IActivitySink watchers)
{
    // An answer is held in memory, and no schema of a finding needs more.
    private const int LongestAnswer = 1 << 20;

    /// <summary>The text and what it used.</summary>
    /// <exception cref="InferenceException">The stream broke, or the answer is too long.</exception>
    public async ValueTask<(string Text, TokenUsage Usage)> ReadAsync(string agent, ChatStream stream, CancellationToken cancellationToken)
    {
        var messageId = $"msg_{Guid.NewGuid():N}";
        var text = new StringBuilder();
        watchers.Publish(new AgentActivity.TextStarted(agent, messageId));
        try
        {
            await foreach (var events in stream.ReadAsync(cancellationToken))
            {
                foreach (var delta in ChatDelta.Read(events))
                    Append(text, delta, agent, messageId);
            }
        }
        finally
        {
            watchers.Publish(new AgentActivity.TextEnded(agent, messageId));
        }

        return stream.Failure is { } failure
            ? throw new InferenceException(failure.Error.Message)
            : (text.ToString(), stream.Usage);
    }

    private void Append(StringBuilder text, string delta, string agent, string messageId)
    {
        if (text.Length + delta.Length > LongestAnswer)
            throw new InferenceException($"The answer is longer than {LongestAnswer} characters.");

        text.Append(delta);
        watchers.Publish(new AgentActivity.Text(agent, messageId, delta));
    }
}
