using System.Collections.Frozen;

namespace Trellis.Server.Ascend.Cvss;

/// <summary>The action types of contract, appendix C, with their default metrics. <c>a.b</c> is looked up as <c>a_b</c>, in any case.</summary>
internal static class ActionCatalog
{
    private const int LongestType = 64;

    private static readonly FrozenDictionary<string, CatalogedAction> Listed = Build();

    private static readonly FrozenDictionary<string, CatalogedAction>.AlternateLookup<ReadOnlySpan<char>> ByName =
        Listed.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>All listed types.</summary>
    public static IReadOnlyDictionary<string, CatalogedAction> All => Listed;

    /// <summary>What is known about a type: its own entry, else that of its verb's class, else that of an unknown action.</summary>
    public static CatalogedAction Find(ReadOnlySpan<char> actionType)
    {
        if (actionType.Length <= LongestType)
        {
            Span<char> name = stackalloc char[actionType.Length];
            actionType.ReplaceAny(name, ActionWords.Separators, '_');
            if (ByName.TryGetValue(name, out var listed))
                return listed;
        }

        return ActionClassDefaults.Of(ActionClassifier.Classify(actionType));
    }

    private static FrozenDictionary<string, CatalogedAction> Build()
    {
        var table = new Dictionary<string, CatalogedAction>();

        Add(ActionClass.DataAccess, "L/N/N", "database_read", "api_read", "analytics_query");
        Add(ActionClass.FileAccess, "L/N/N", "file_read");
        Add(ActionClass.Network, "L/L/N", "api_call");

        Add(ActionClass.Modification, "L/H/N", "database_write", "record_update");
        Add(ActionClass.Modification, "N/H/N", "file_write", "api_write");
        Add(ActionClass.Deletion, "N/H/H", "database_delete", "file_delete", "record_delete");

        Add(ActionClass.Export, "H/N/N", "data_export");
        Add(ActionClass.Export, "H/L/N", "bulk_transfer");
        Add(ActionClass.Export, "H/N/N changed", "data_exfiltration");

        Add(ActionClass.Financial, "L/H/L", "execute_trade", "account_modify", "transaction_void", "credit_approval", "limit_override");
        Add(ActionClass.Financial, "H/H/L", "funds_transfer", "payment_process", "wire_transfer");
        Add(ActionClass.Financial, "H/H/H", "financial_transaction");

        Add(ActionClass.DataAccess, "H/N/N", "phi_access", "pii_access", "employee_record_access");
        Add(ActionClass.Modification, "H/N/N", "consent_modify");
        Add(ActionClass.Modification, "H/H/N", "phi_modify", "pii_modify", "prescription_write", "diagnosis_modify");
        Add(ActionClass.Export, "H/N/N", "phi_export");
        Add(ActionClass.Deletion, "N/H/H", "pii_delete");

        Add(ActionClass.System, "H/H/H", "system_modification");
        Add(ActionClass.Privilege, "H/H/H changed", "privilege_escalation");
        Add(ActionClass.Boundary, "H/H/H", "firewall_modify");
        Add(ActionClass.Credential, "H/H/L", "credential_access");
        Add(ActionClass.System, "L/H/L", "config_change", "schema_change");
        Add(ActionClass.System, "N/L/H", "service_restart");

        Add(ActionClass.Communication, "L/L/N", "email_send");
        Add(ActionClass.Communication, "N/L/N", "notification_send", "message_send");

        Add(ActionClass.Modification, "L/H/N", "payroll_modify", "benefits_change", "termination_process", "contract_sign", "contract_modify");
        Add(ActionClass.Modification, "N/L/N", "legal_hold");

        Add(ActionClass.Code, "H/H/H changed", "execute_command", "shell_execute", "code_execute");
        Add(ActionClass.DataAccess, "H/N/N", "execute_query");
        Add(ActionClass.Network, "H/N/N", "network_request");
        Add(ActionClass.FileAccess, "H/L/N", "file_system_access");
        Add(ActionClass.Code, "H/H/L", "process_spawn", "memory_access");

        return table.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

        void Add(ActionClass actionClass, string impacts, params ReadOnlySpan<string> types)
        {
            var entry = new CatalogedAction(actionClass, new CvssScore(DefaultMetrics.From(impacts)), IsListed: true);
            foreach (var type in types)
                table.Add(type, entry);
        }
    }
}
