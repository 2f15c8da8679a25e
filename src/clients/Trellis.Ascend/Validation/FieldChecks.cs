namespace Trellis.Ascend;

/// <summary>Collects what is wrong with a request before it is sent. Contract section 3.6.</summary>
internal ref struct FieldChecks
{
    private Dictionary<string, string>? _errors;

    /// <summary>Notes what is wrong with a field unless <paramref name="holds"/>. The first thing wrong with a field counts.</summary>
    public void Require(bool holds, string field, string message)
    {
        if (!holds)
        {
            (_errors ??= new(StringComparer.Ordinal)).TryAdd(field, message);
        }
    }

    /// <summary>Requires a text that is not blank.</summary>
    public void RequireText(string? text, string field) => Require(!string.IsNullOrWhiteSpace(text), field, "must not be blank");

    /// <exception cref="AscendValidationException">Something is wrong; every field that is stands in the exception.</exception>
    public readonly void ThrowIfAny()
    {
        if (_errors is not null)
        {
            var (field, message) = _errors.First();
            throw new AscendValidationException($"Nothing was sent: {field} {message}.", _errors);
        }
    }
}
