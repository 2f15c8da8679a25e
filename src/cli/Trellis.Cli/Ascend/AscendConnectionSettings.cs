using System.CommandLine;
using Trellis.Ascend;

namespace Trellis.Cli.Ascend;

/// <summary>How the platform is reached: the address, the credential, the agent, and the variables of the client.</summary>
internal sealed class AscendConnectionSettings(AscendCredential credential)
{
    private const string TokenVariable = "ASCEND_ADMIN_TOKEN";
    private const int MostRetries = 10;

    private readonly Setting<Uri?> _url = new(
        "--url", AscendClientOptions.BaseUrlVariable, "URL", $"The platform's address (default: {AscendDefaults.ApiUrl})", SettingFormats.Address);

    private readonly Setting<string?> _apiKey = new(
        "--api-key", AscendClientOptions.ApiKeyVariable, "KEY",
        "The API key. Prefer the variable: other users of the machine can see arguments", SettingFormats.Text);

    private readonly Setting<string?> _adminToken = new(
        "--admin-token", TokenVariable, "TOKEN",
        "The token of a person. Prefer the variable: other users of the machine can see arguments", SettingFormats.Text);

    private readonly Setting<string?> _agentId = new(
        "--agent-id", AscendClientOptions.AgentIdVariable, "AGENT", "The agent that acts", SettingFormats.Text);

    private readonly Setting<int> _maxRetries = new(
        "--max-retries", "TRELLIS_ASCEND_MAX_RETRIES", "COUNT",
        $"How often a request is repeated when the server cannot be reached, from 0 to {MostRetries} (default: {AscendDefaults.MaxRetries})",
        SettingFormats.WholeNumber(0, MostRetries));

    public void AddTo(Command command)
    {
        command.Add(_url);
        if (credential != AscendCredential.Person) command.Add(_apiKey);
        if (credential != AscendCredential.Agent) command.Add(_adminToken);
        command.Add(_agentId);
        command.Add(_maxRetries);
    }

    /// <summary>Makes the client. Nothing is sent yet.</summary>
    /// <exception cref="AscendAuthenticationException">There is no credential.</exception>
    /// <exception cref="AscendConfigurationException">A variable or the address must not be as it is.</exception>
    /// <exception cref="FormatException">A variable cannot be read.</exception>
    public AscendClient Open(CommandInput input)
    {
        var options = AscendClientOptions.FromEnvironment(input.Host.Variable);
        options.BaseUrl = _url.Read(input, options.BaseUrl)!;
        options.AgentId = _agentId.Read(input, options.AgentId);
        options.MaxRetries = _maxRetries.Read(input, options.MaxRetries);
        options.TimeProvider = input.Host.Time;
        options.Token = Token(input, options.Token);
        return new AscendClient(options, input.Host.HttpClient);
    }

    private TokenSource Token(CommandInput input, TokenSource? keyOfEnvironment)
    {
        var key = credential != AscendCredential.Person && _apiKey.Read(input, null) is { } given ? (TokenSource)given : keyOfEnvironment;
        var token = credential != AscendCredential.Agent && _adminToken.Read(input, null) is { } person ? (TokenSource)person : null;
        return credential switch
        {
            AscendCredential.Agent => key ?? throw Missing("API key", AscendClientOptions.ApiKeyVariable, _apiKey),
            AscendCredential.Person => token ?? throw Missing("person's token", TokenVariable, _adminToken),
            _ => token ?? key ?? throw Missing("person's token and no API key", TokenVariable, _adminToken),
        };
    }

    private static AscendAuthenticationException Missing(string what, string variable, Symbol option) =>
        new($"There is no {what}. Set {variable}, or give {option.Name}.");
}
