namespace Trellis.Server.Akshi.Configuration;

/// <summary>What an answer of a model must look like: an object with these members, or a list of such objects.</summary>
/// <param name="Members">The members, in order.</param>
internal sealed record OutputSchema(IReadOnlyList<OutputMember> Members)
{
    /// <summary>What holds when nothing was said: a severity and a summary.</summary>
    public static OutputSchema Default { get; } = new(
        [new OutputMember("severity", OutputType.Text, IsOptional: false), new OutputMember("summary", OutputType.Text, IsOptional: false)]);
}
