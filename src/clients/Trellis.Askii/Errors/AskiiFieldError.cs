namespace Trellis.Askii;

/// <summary>One thing that is wrong with a request. Contract section 3.3.</summary>
/// <param name="Location">Where: member names and array indexes from the outside in, such as <c>body</c>, <c>duration_days</c>.</param>
/// <param name="Message">What is wrong, for people.</param>
/// <param name="Type">What is wrong, for programs, such as <c>value_error</c>; empty when the server did not say.</param>
public sealed record AskiiFieldError(IReadOnlyList<FieldPathPart> Location, string Message, string Type)
{
    /// <summary>The location as one text, its parts joined with dots: <c>body.duration_days</c>.</summary>
    public string Path => string.Join('.', Location);
}
