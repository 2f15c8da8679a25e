namespace Trellis.Cli.Ascend;

/// <summary>With which credential a command goes to the platform.</summary>
internal enum AscendCredential
{
    /// <summary>With the agent's API key: it asks, and reports.</summary>
    Agent,

    /// <summary>With a person's token: it decides, which agents must not do about themselves.</summary>
    Person,

    /// <summary>With a person's token, and else with the API key: who asks makes little difference.</summary>
    Either,
}
