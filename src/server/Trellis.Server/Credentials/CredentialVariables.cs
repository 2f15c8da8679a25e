namespace Trellis.Server;

/// <summary>The environment variables that the platforms' SDKs and the command line read, in the order of the platforms.</summary>
internal static class CredentialVariables
{
    /// <summary>The variables of the platforms that have a section.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Of(ServerCredentials credentials)
    {
        var url = credentials.Url.ToString().TrimEnd('/');
        return
        [
            .. Platform("askii", "token", ("ASKII_BASE_URL", url), "ASKII_TOKEN"),
            .. Platform("ascend", "apiKey", ("ASCEND_API_URL", url), "ASCEND_API_KEY"),
            .. Secret("ascend", "adminToken", "ASCEND_ADMIN_TOKEN"),
            .. Platform("akshi", "token", ("AKSHI_BASE_URL", url), "AKSHI_TOKEN"),
            .. Platform("aerostack", "apiKey", ("AEROSTACK_SERVER_URL", url + "/v1"), "AEROSTACK_API_KEY"),
        ];

        IEnumerable<KeyValuePair<string, string>> Platform(string name, string member, (string Name, string Value) address, string secret) =>
            credentials.Find(name, member) is { } value
                ? [KeyValuePair.Create(address.Name, address.Value), KeyValuePair.Create(secret, value)]
                : [];

        IEnumerable<KeyValuePair<string, string>> Secret(string name, string member, string variable) =>
            credentials.Find(name, member) is { } value ? [KeyValuePair.Create(variable, value)] : [];
    }
}
