using System.Collections;

namespace Trellis.Server.Kernel.Requests;

/// <summary>What is wrong with which field, in the order in which it was found; of one field, the first thing.</summary>
public sealed class FieldErrors : IEnumerable<KeyValuePair<string, string>>
{
    // An answer is not to grow far beyond the request that caused it.
    private const int Most = 20;

    private readonly List<KeyValuePair<string, string>> _errors = [];

    /// <summary>Nothing wrong. Not to be added to.</summary>
    public static FieldErrors None { get; } = [];

    /// <summary>Whether nothing is wrong.</summary>
    public bool IsEmpty => _errors.Count == 0;

    /// <summary>All of it in one sentence.</summary>
    public string Summary => string.Join(' ', _errors.Select(static error => $"'{error.Key}' {error.Value}."));

    /// <summary>Adds an error; those after the twentieth are not kept.</summary>
    /// <param name="field">The field, by its path.</param>
    /// <param name="reason">Continues the sentence that the field's name begins, without a full stop: <c>is required</c>.</param>
    public void Add(string field, string reason)
    {
        if (_errors.Count < Most && !_errors.Exists(error => error.Key == field))
            _errors.Add(new(field, reason));
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => _errors.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
