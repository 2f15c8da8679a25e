namespace Trellis.Server.Kernel.Models;

/// <summary>The configuration of the model upstreams is wrong. The server does not start with it.</summary>
public sealed class ModelConfigurationException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="errors">Each thing that is wrong, beginning with the path of the member. Holds no secret.</param>
    public ModelConfigurationException(IReadOnlyList<string> errors)
        : base("The configuration of the models is wrong:" + string.Concat((errors ?? []).Select(static error => "\n  " + error)))
    {
        Errors = errors ?? [];
    }

    /// <summary>Each thing that is wrong, for example <c>models.upstreams[0].baseUrl: must be an absolute http or https URL.</c>.</summary>
    public IReadOnlyList<string> Errors { get; }
}
