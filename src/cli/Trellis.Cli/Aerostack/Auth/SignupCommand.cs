using Trellis.Aerostack;

namespace Trellis.Cli.Aerostack.Auth;

/// <summary><c>auth signup</c>.</summary>
internal sealed class SignupCommand : AerostackCommand
{
    private readonly TextArgument _email = AuthSettings.Email();
    private readonly Setting<string?> _password = AuthSettings.Password();
    private readonly Setting<string?> _name = new("--name", "TRELLIS_AEROSTACK_NAME", "NAME", "What the user is called", SettingFormats.Text);
    private readonly JsonSetting _metadata = new("--metadata", "TRELLIS_AEROSTACK_METADATA", "What else is to be known about the user");

    public SignupCommand(CliHost host)
        : base(host, "signup", "Make a user, and print a session with its token", OutputFormat.Json)
    {
        Add(_email);
        Add(_password);
        Add(_name);
        Add(_metadata);
        Examples = ["ada@example.com --name Ada --metadata '{\"team\": \"support\"}'"];
    }

    protected override async Task<int> RunAsync(
        AerostackClient client, CommandInput input, OutputFormat format, CancellationToken cancellationToken)
    {
        var request = new SignupRequest(_email.Read(input), new Secret(_password.ReadRequired(input)!))
        {
            Name = _name.Read(input, null),
            Metadata = await _metadata.ReadAsync(input, cancellationToken).ConfigureAwait(false),
        };
        var session = await client.Authentication.SignupAsync(request, cancellationToken: cancellationToken).ConfigureAwait(false);
        return RevealedSession.Write(input.Host, format, session);
    }
}
