namespace Trellis.Aerostack;

/// <summary>In what one call differs from the client's options. Contract section 5.3. Immutable; safe for concurrent use.</summary>
public sealed class AerostackCallOptions
{
    /// <summary>The server that the call goes to, with its path (<c>https://api.example.com/v1</c>).</summary>
    /// <value><see langword="null"/>: the client's.</value>
    public Uri? ServerUrl { get; init; }

    /// <summary>How long each attempt may take; <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> means no limit.</summary>
    /// <value><see langword="null"/>: as long as <see cref="ClientOptions.AttemptTimeout"/> says.</value>
    public TimeSpan? Timeout { get; init => field = Checked(value); }

    /// <summary>
    /// How the call is repeated. Setting it to <see langword="null"/> makes the call one attempt whatever the client's options say;
    /// leaving it alone does what they say.
    /// </summary>
    public RetryConfig? Retries
    {
        get;
        init => (field, SetsRetries) = (value, true);
    }

    /// <summary>Headers of the call. They replace those that the client sets, names compared without case.</summary>
    /// <value>None.</value>
    public IReadOnlyDictionary<string, string> Headers { get; init => field = Checked(value); } = new Dictionary<string, string>();

    /// <summary>Whether <see cref="Retries"/> was set, be it to <see langword="null"/>.</summary>
    internal bool SetsRetries { get; private init; }

    /// <summary>The names of the headers, never their values.</summary>
    public override string ToString() =>
        $"AerostackCallOptions {{ ServerUrl = {ServerUrl}, Timeout = {Timeout}, Headers = [{string.Join(", ", Headers.Keys)}] }}";

    private static TimeSpan? Checked(TimeSpan? timeout) =>
        timeout is null || timeout == System.Threading.Timeout.InfiniteTimeSpan || timeout is { TotalMilliseconds: > 0 and <= int.MaxValue }
            ? timeout
            : throw new ArgumentOutOfRangeException(nameof(timeout), timeout, "A timeout is positive and at most 24 days, or Timeout.InfiniteTimeSpan.");

    private static IReadOnlyDictionary<string, string> Checked(IReadOnlyDictionary<string, string> headers)
    {
        ArgumentNullException.ThrowIfNull(headers);
        foreach (var (name, value) in headers)
        {
            // A line break in a header would begin another one.
            if (name.Length == 0 || name.AsSpan().ContainsAny("\r\n: ") || value.AsSpan().ContainsAny('\r', '\n'))
            {
                throw new ArgumentException($"The header '{name}' must have a name without blanks and colons, and no line break.", nameof(headers));
            }
        }

        return headers;
    }
}
