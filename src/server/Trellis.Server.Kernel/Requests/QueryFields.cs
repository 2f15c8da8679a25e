using System.Globalization;
using Microsoft.AspNetCore.Http;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Requests;

/// <summary>Reads query parameters. What does not fit is noted in <see cref="Errors"/>.</summary>
public readonly ref struct QueryFields(HttpRequest request)
{
    /// <summary>What was wrong so far.</summary>
    public FieldErrors Errors { get; } = [];

    /// <summary>A text; null when it is missing or empty.</summary>
    public string? Text(string name)
    {
        if (QueryParameter.Read(request, name) is not { } text)
            return null;
        if (text.Length <= 255 && StorableText.IsValid(text))
            return text;

        Errors.Add(name, "must be a text of at most 255 characters");
        return null;
    }

    /// <summary>A whole number.</summary>
    public long Integer(string name, long @default, long least, long most)
    {
        if (QueryParameter.Read(request, name) is not { } text)
            return @default;
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;

        Errors.Add(name, $"must be a whole number from {least} to {most}");
        return @default;
    }

    /// <summary>A boolean in any case, as Python writes it; null when it is missing.</summary>
    public bool? Boolean(string name)
    {
        switch (QueryParameter.Read(request, name)?.ToLowerInvariant())
        {
            case null:
                return null;
            case "true" or "1":
                return true;
            case "false" or "0":
                return false;
            default:
                Errors.Add(name, "must be true or false");
                return null;
        }
    }

    /// <summary>A date or a point in time; null when it is missing.</summary>
    public DateTimeOffset? Time(string name)
    {
        if (QueryParameter.Read(request, name) is not { } text)
            return null;
        if (WireTime.TryParse(text, out var time))
            return time;

        Errors.Add(name, "must be a date or a point in time (ISO 8601)");
        return null;
    }

    /// <summary>As <see cref="Time"/>, for the end of a span: a date without a time means its end.</summary>
    public DateTimeOffset? EndTime(string name)
    {
        const int LengthOfDate = 10;
        var time = Time(name);
        return QueryParameter.Read(request, name) is { Length: <= LengthOfDate } && time < DateTimeOffset.MaxValue.AddDays(-1) ? time.Value.AddDays(1) : time;
    }

    /// <summary>One of some words in any case; null when it is missing.</summary>
    public string? Word(string name, params ReadOnlySpan<string> words)
    {
        if (QueryParameter.Read(request, name) is not { } text)
            return null;

        foreach (var word in words)
        {
            if (word.Equals(text, StringComparison.OrdinalIgnoreCase))
                return word;
        }

        Errors.Add(name, $"must be one of {string.Join(", ", words.ToArray())}");
        return null;
    }
}
