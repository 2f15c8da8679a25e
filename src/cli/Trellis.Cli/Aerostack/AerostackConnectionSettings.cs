using System.CommandLine;
using Trellis.Aerostack;

namespace Trellis.Cli.Aerostack;

/// <summary>How the platform is reached: the address, the project's key, the project, and the variables of the client.</summary>
internal sealed class AerostackConnectionSettings
{
    private readonly Setting<Uri?> _url = new(
        "--url", AerostackClientOptions.ServerUrlVariable, "URL", $"The platform's address with its /v1 (default: {AerostackServers.All[0]})",
        SettingFormats.Address);

    private readonly Setting<string?> _apiKey = new(
        "--api-key", AerostackClientOptions.ApiKeyVariable, "KEY",
        "The project's key. Prefer the variable: other users of the machine can see arguments", SettingFormats.Text);

    private readonly Setting<string?> _projectId = new(
        "--project-id", AerostackClientOptions.ProjectIdVariable, "PROJECT", "The project, where a key is not enough to tell", SettingFormats.Text);

    public void AddTo(Command command)
    {
        command.Add(_url);
        command.Add(_apiKey);
        command.Add(_projectId);
    }

    /// <summary>Makes the client. Nothing is sent yet.</summary>
    /// <exception cref="AerostackCredentialException">There is no key.</exception>
    /// <exception cref="FormatException">A variable cannot be read.</exception>
    public AerostackClient Open(CommandInput input)
    {
        var options = AerostackClientOptions.FromEnvironment(input.Host.Variable);
        options.BaseUrl = _url.Read(input, options.BaseUrl)!;
        options.ProjectId = _projectId.Read(input, options.ProjectId);
        options.TimeProvider = input.Host.Time;
        options.ApiKey = _apiKey.Read(input, null)
            ?? throw new AerostackCredentialException($"There is no key. Set {AerostackClientOptions.ApiKeyVariable}, or give {_apiKey.Name}.");

        // People read what an error says; only programs need its code to be one of a closed list.
        options.AcceptUnknownErrorCodes = true;
        return new AerostackClient(options, input.Host.HttpClient);
    }
}
