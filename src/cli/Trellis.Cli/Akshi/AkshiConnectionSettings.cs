using System.CommandLine;
using Trellis.Akshi;

namespace Trellis.Cli.Akshi;

/// <summary>How the runtime is reached: the address, the token, and the variables of the client.</summary>
internal sealed class AkshiConnectionSettings
{
    private readonly Setting<Uri?> _url = new(
        "--url", AkshiClientOptions.BaseUrlVariable, "URL", "The runtime's address (default: http://127.0.0.1:3210)", SettingFormats.Address);

    private readonly Setting<string?> _token = new(
        "--token", AkshiClientOptions.TokenVariable, "TOKEN",
        "The runtime's token, where it wants one. Prefer the variable: other users of the machine can see arguments", SettingFormats.Text);

    public void AddTo(Command command)
    {
        command.Add(_url);
        command.Add(_token);
    }

    /// <summary>Makes the client. Nothing is sent yet.</summary>
    /// <exception cref="FormatException">A variable cannot be read.</exception>
    public AkshiClient Open(CommandInput input)
    {
        var options = AkshiClientOptions.FromEnvironment(input.Host.Variable);
        options.BaseUrl = _url.Read(input, options.BaseUrl)!;
        options.Token = _token.Read(input, null) is { } token ? (TokenSource)token : options.Token;
        options.TimeProvider = input.Host.Time;
        return new AkshiClient(options, input.Host.HttpClient);
    }
}
