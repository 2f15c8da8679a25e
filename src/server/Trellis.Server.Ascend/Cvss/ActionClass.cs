namespace Trellis.Server.Ascend.Cvss;

/// <summary>What kind of thing an action does. Controls and default metrics go by it.</summary>
internal enum ActionClass
{
    /// <summary>Nothing that the catalogue or the verbs know.</summary>
    Unknown,

    /// <summary>Reads data.</summary>
    DataAccess,

    /// <summary>Reads files.</summary>
    FileAccess,

    /// <summary>Looks around: lists, describes, scans.</summary>
    Discovery,

    /// <summary>Changes data.</summary>
    Modification,

    /// <summary>Deletes.</summary>
    Deletion,

    /// <summary>Takes data elsewhere.</summary>
    Export,

    /// <summary>Moves money or decides about it.</summary>
    Financial,

    /// <summary>Talks to other machines.</summary>
    Network,

    /// <summary>Changes a boundary: a firewall, a security group.</summary>
    Boundary,

    /// <summary>Changes how systems are set up or run.</summary>
    System,

    /// <summary>Sends messages to people.</summary>
    Communication,

    /// <summary>Gives rights.</summary>
    Privilege,

    /// <summary>Handles credentials.</summary>
    Credential,

    /// <summary>Runs commands or code.</summary>
    Code,
}
