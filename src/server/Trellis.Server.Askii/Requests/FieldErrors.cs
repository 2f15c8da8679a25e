using System.Collections;

namespace Trellis.Server.Askii.Requests;

/// <summary>What is wrong with a request body, in the order in which it was found.</summary>
internal sealed class FieldErrors : IEnumerable<FieldError>
{
    // An answer is not to grow far beyond the request that caused it.
    private const int Most = 20;

    private readonly List<FieldError> _errors = [];

    /// <summary>Whether nothing is wrong.</summary>
    public bool IsEmpty => _errors.Count == 0;

    /// <summary>Adds an error; those after the twentieth are not kept.</summary>
    public void Add(string? field, string message, string type, long? index = null)
    {
        if (_errors.Count < Most)
            _errors.Add(new FieldError(field, index, message, type));
    }

    /// <summary>Adds the error of a required member that is not there.</summary>
    public void AddMissing(string field) => Add(field, "Field required", "missing");

    /// <inheritdoc/>
    public IEnumerator<FieldError> GetEnumerator() => _errors.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
