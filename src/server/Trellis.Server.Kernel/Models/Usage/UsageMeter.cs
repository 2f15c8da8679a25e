using System.Text.Json;

namespace Trellis.Server.Kernel.Models;

/// <summary>
/// Reads completions and chunks of them for what they say about usage: the report itself where there is one, and the text from which
/// usage is estimated otherwise. What is not JSON of the expected form counts nothing.
/// </summary>
internal sealed class UsageMeter(ChatRequest request)
{
    private TokenUsage? _reported;
    private long _events;
    private long _bytes;

    /// <summary>What has been used so far: the last report, else the estimate of <see cref="TokenEstimator"/>.</summary>
    public TokenUsage Usage =>
        _reported ?? new TokenUsage(TokenEstimator.Prompt(request), TokenEstimator.Completion(_events, _bytes), IsEstimated: true);

    /// <summary>Takes note of a <c>chat.completion</c> or <c>chat.completion.chunk</c>.</summary>
    /// <returns>True when it is nothing but a usage report: a report beside an empty list of choices.</returns>
    public bool Observe(ReadOnlySpan<byte> json)
    {
        try
        {
            return Read(new Utf8JsonReader(json));
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private bool Read(Utf8JsonReader reader)
    {
        TokenUsage? report = null;
        var choices = -1;
        var bytes = 0L;
        if (!reader.Read() || reader.TokenType is not JsonTokenType.StartObject)
        {
            return false;
        }

        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("usage"u8))
            {
                reader.Read();
                report = ReadReport(ref reader) ?? report;
            }
            else if (reader.ValueTextEquals("choices"u8))
            {
                reader.Read();
                choices = ReadChoices(ref reader, ref bytes);
            }
            else
            {
                reader.Skip();
            }
        }

        _reported = report ?? _reported;
        _events += bytes > 0 ? 1 : 0;
        _bytes += bytes;
        return report is not null && choices == 0;
    }

    private static TokenUsage? ReadReport(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is not JsonTokenType.StartObject)
        {
            reader.Skip();
            return null;
        }

        long? prompt = null;
        long? completion = null;
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("prompt_tokens"u8))
            {
                prompt = ReadCount(ref reader);
            }
            else if (reader.ValueTextEquals("completion_tokens"u8))
            {
                completion = ReadCount(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return prompt is { } input && completion is { } output ? new TokenUsage(input, output) : null;
    }

    private static long? ReadCount(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType is JsonTokenType.Number && reader.TryGetInt64(out var count) && count >= 0)
        {
            return count;
        }

        reader.Skip();
        return null;
    }

    private static int ReadChoices(ref Utf8JsonReader reader, ref long bytes)
    {
        if (reader.TokenType is not JsonTokenType.StartArray)
        {
            reader.Skip();
            return -1;
        }

        var choices = 0;
        while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
        {
            choices++;
            if (reader.TokenType is JsonTokenType.StartObject)
            {
                ReadChoice(ref reader, ref bytes);
            }
            else
            {
                reader.Skip();
            }
        }

        return choices;
    }

    private static void ReadChoice(ref Utf8JsonReader reader, ref long bytes)
    {
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            var isText = reader.ValueTextEquals("delta"u8) || reader.ValueTextEquals("message"u8);
            reader.Read();
            if (isText)
            {
                CountText(ref reader, ref bytes);
            }
            else
            {
                reader.Skip();
            }
        }
    }

    // Every string counts but those that only label: so text, refusals, reasoning and the arguments of tool calls do, under the names of
    // today and of tomorrow.
    private static void CountText(ref Utf8JsonReader reader, ref long bytes)
    {
        var depth = reader.CurrentDepth;
        var isLabel = false;
        do
        {
            if (reader.TokenType is JsonTokenType.PropertyName)
            {
                isLabel = reader.ValueTextEquals("role"u8) || reader.ValueTextEquals("id"u8) || reader.ValueTextEquals("type"u8);
            }
            else if (reader.TokenType is JsonTokenType.String && !isLabel)
            {
                bytes += JsonText.UnescapedLength(reader.ValueSpan);
            }
        }
        while ((reader.CurrentDepth > depth || reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray) && reader.Read());
    }
}
