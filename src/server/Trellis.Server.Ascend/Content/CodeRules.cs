namespace Trellis.Server.Ascend.Content;

/// <summary>Commands and code that do harm: in shells, in programs and in SQL.</summary>
internal static class CodeRules
{
    private const string Shell = @"(?:ba|z|k|da|c|fi)?sh\b";

    /// <summary>The rules.</summary>
    public static ContentRuleSet All { get; } = new([.. Destruction, .. Takeover, .. Intrusion, .. Sql]);

    private static ContentRule[] Destruction =>
    [
        new(
            "root_removal",
            98,
            "The command removes a whole file system or home directory.",
            ["rm "],
            @"\brm\s+(?:-{1,2}[a-z-]+\s+)*-{1,2}(?:[a-z]*r[a-z]*|recursive)\s+(?:-{1,2}[a-z-]+\s+)*[""']?(?:/\*?|~/?\*?|\$\{?HOME\}?/?\*?|/(?:bin|boot|etc|home|lib|root|usr|var)/?\*?)[""']?(?:[\s;&|\0]|$)") { Blocks = true },
        new(
            "recursive_removal",
            88,
            "The command removes files recursively.",
            ["rm ", "del /", "rd /", "rmdir /", "remove-item", "rmtree"],
            @"\brm\s+(?:-{1,2}[a-z-]+\s+)*-{1,2}(?:[a-z]*r[a-z]*|recursive)\b|\b(?:del|rd|rmdir)\s+(?:/[a-z]\s+)*/[sq]\b|\bremove-item\b[^\n\0]*-recurse\b|\brmtree\s*\("),
        new(
            "disk_wipe",
            98,
            "The command overwrites a disk or a file system.",
            ["mkfs", "/dev/sd", "/dev/hd", "/dev/vd", "/dev/nvme", "shred ", "format "],
            @"\bmkfs(?:\.[a-z0-9]+)?\s|\bof=/dev/(?:sd|hd|vd|nvme)|>\s*/dev/(?:sd|hd|vd|nvme)|\bshred\s+[^\n\0]*/dev/|\bformat\s+[a-z]:") { Blocks = true },
        new(
            "fork_bomb",
            98,
            "The command multiplies itself until the machine stops.",
            [":()", ": ()"],
            @":\s*\(\s*\)\s*\{\s*:\s*\|\s*:\s*&\s*\}\s*;\s*:") { Blocks = true },
        new(
            "service_stop",
            78,
            "The command stops a machine, a service or a process by force.",
            ["shutdown", "reboot", "poweroff", "halt", "kill -9", "killall", "init 0", "systemctl", "stop-computer"],
            @"(?:^|[;&|\n\0]\s*|\bsudo\s+)(?:shutdown|reboot|poweroff|halt)(?:[\s;&|\0]|$)|\bkill\s+-9\b|\bkillall\b|\binit\s+[06]\b|\bsystemctl\s+(?:stop|disable|mask)\b|\bstop-computer\b"),
    ];

    private static ContentRule[] Takeover =>
    [
        new(
            "download_and_run",
            95,
            "The command runs what it downloads.",
            ["curl", "wget", "iex", "invoke-expression", "downloadstring"],
            @"\b(?:curl|wget)\b[^;\n\0]*\|\s*(?:sudo\s+(?:-[a-z]+\s+)*)?(?:env\s+)?(?:[a-z/]*/)?(?:" + Shell + @"|python[0-9.]*\b|perl\b|ruby\b|node\b|php\b)"
            + @"|\b" + Shell + @"\s+(?:-c\s+)?[""']?(?:<\(|\$\(|`)\s*(?:curl|wget)\b|\b(?:iex|invoke-expression)\b[^\n\0]*(?:downloadstring|invoke-webrequest|\biwr\b|\bcurl\b)"
            + @"|downloadstring\s*\([^\n\0]*\|\s*(?:iex|invoke-expression)\b") { Blocks = true },
        new(
            "reverse_shell",
            98,
            "The command gives a shell to another machine.",
            ["/dev/tcp/", "/dev/udp/", "nc ", "ncat ", "netcat ", "bash -i", "sh -i", "socat", "dup2", "tcpclient"],
            @"/dev/(?:tcp|udp)/|\b(?:nc|ncat|netcat)\b[^\n\0]*\s-[a-z]*[ec]\b|\b" + Shell + @"\s+-i\s*(?:[<>|&]|$)|\bsocat\b[^\n\0]*\bexec:|\bsocket\b[^\0]*\bdup2\b"
            + @"|\bmkfifo\b[^\0]*\b(?:nc|ncat)\b|\btcpclient\b[^\0]*\b(?:getstream|invoke-expression|iex)\b") { Blocks = true },
        new(
            "hidden_execution",
            92,
            "The command decodes something and runs it.",
            ["base64", "b64decode", "powershell", "pwsh", "fromhex"],
            @"\bbase64\s+(?:-d|-D|--decode)\b[^\n\0]*\|\s*(?:sudo\s+)?(?:" + Shell + @"|python[0-9.]*\b|perl\b)|\b(?:powershell|pwsh)(?:\.exe)?\b[^\n\0]*\s-e(?:nc|ncodedcommand|c)?\s"
            + @"|\b(?:exec|eval)\s*\([^\n\0]*(?:b64decode|fromhex|frombase64string)") { Blocks = true },
        new(
            "privilege_escalation",
            85,
            "The command takes or gives rights of an administrator.",
            ["sudo", "chmod", "setuid", "usermod", "visudo", "pkexec", "su -", "su root", "setcap", "net localgroup", "runas"],
            @"\bsudo\s+\S|\bchmod\s+(?:-[a-z]+\s+)*(?:0?777|[ugoa]*\+[rwx]*s|[2467][0-7]{3})\b|\bsetuid\s*\(\s*0|\busermod\b[^\n\0]*\b(?:sudo|wheel|root|docker)\b"
            + @"|\b(?:visudo|pkexec|setcap)\b|\bsu\s+(?:-|root)(?:\s|\0|$)|\bnet\s+localgroup\s+administrators\b|\brunas\s+/user"),
        new(
            "persistence",
            80,
            "The command plants something that runs again later.",
            ["crontab", "/etc/cron", ".bashrc", ".profile", "authorized_keys", "schtasks", "reg add", "ld_preload", "/etc/systemd", "launchctl"],
            @"\bcrontab\s+-|/etc/cron|>>?\s*\S*\.(?:bashrc|profile|zshrc)\b|authorized_keys|\bschtasks\b[^\n\0]*/create|\breg\s+add\b|\bld_preload\b|/etc/systemd/system|\blaunchctl\s+load\b"),
    ];

    private static ContentRule[] Intrusion =>
    [
        new(
            "credential_files",
            85,
            "The command or code touches files or addresses that hold credentials.",
            ["/etc/shadow", "/etc/passwd", "/etc/sudoers", ".ssh/", ".aws/", ".env", ".kube/", "169.254.169.254", "metadata.google", "sam.hive", ".netrc", ".pgpass"],
            @"/etc/(?:shadow|passwd|sudoers)\b|\.ssh/(?:id_|authorized_keys|config)|\.aws/(?:credentials|config)\b|(?:^|[\s/""'=\0])\.env\b|\.kube/config\b|169\.254\.169\.254|metadata\.google\.internal|\.netrc\b|\.pgpass\b"),
        new(
            "dynamic_evaluation",
            75,
            "The code evaluates text as code or starts other programs.",
            ["eval", "exec", "compile(", "__import__", "os.system", "os.popen", "popen", "subprocess", "child_process", "new function", "pickle.load", "marshal.load", "yaml.load"],
            @"(?:^|[^.\w])(?:eval|exec|execfile|compile|__import__)\s*\(|\bos\.(?:system|popen|exec[a-z]*|spawn[a-z]*)\s*\(|\bsubprocess\.(?:run|call|popen|check_call|check_output|getoutput)\b|\bpopen\s*\("
            + @"|\bchild_process\b|\bnew\s+function\s*\(|\bgetruntime\s*\(\s*\)\s*\.\s*exec|\b(?:pickle|marshal)\.loads?\s*\(|\byaml\.(?:unsafe_)?load\s*\("),
        new(
            "data_upload",
            78,
            "The command sends a file to another machine.",
            ["curl", "wget", "scp ", "rsync ", "ftp ", "--post-file", "upload-file"],
            @"\bcurl\b[^\n\0]*\s(?:(?:-d|--data[a-z-]*|-F|--form)[\s=]*\S*@\S|(?:-T|--upload-file)[\s=]*\S)|\bwget\b[^\n\0]*--post-(?:file|data)|\bscp\s+[^\n\0]*\S+:\S*|\brsync\s+[^\n\0]*\S+@?\S+:"),
        new(
            "path_traversal",
            70,
            "A path climbs out of its directory.",
            ["../../", @"..\..\", "%2e%2e"],
            @"(?:\.\./){2,}|(?:\.\.\\){2,}|(?:%2e%2e(?:%2f|/)){2,}"),
    ];

    private static ContentRule[] Sql =>
    [
        new(
            "sql_injection",
            92,
            "The statement has the marks of an injection.",
            [" or ", " or'", " or\"", "'or", "\"or", "\nor", "or\n", "drop", "delete", "update", "insert", "alter", "shutdown", "truncate", "exec", "xp_cmdshell", "waitfor", "pg_sleep", "benchmark(", "into outfile", "into dumpfile", "load_file"],
            @"['""]\s*or\s+(?:['""]\w*['""]\s*=\s*['""]\w*|[0-9]+\s*=\s*[0-9]|true\b)|\bor\s+1\s*=\s*1\b|['""]\s*;\s*(?:drop|delete|update|insert|alter|shutdown|truncate|exec)\b[^\0]*--|\bxp_cmdshell\b"
            + @"|\bwaitfor\s+delay\b|\bpg_sleep\s*\(|\bbenchmark\s*\(\s*[0-9]|\binto\s+(?:out|dump)file\b|\bload_file\s*\(") { Blocks = true },
        new(
            "sql_comment_after_text",
            60,
            "A comment follows a text directly, as in an injection.",
            ["'--", "' --", "\"--", "\" --"],
            @"['""] ?--"),
        new(
            "sql_structure_loss",
            90,
            "The statement drops or empties tables, schemas or databases.",
            ["drop", "truncate"],
            @"\bdrop\s+(?:table|database|schema|view|index|column|user|role|tablespace|function|procedure|trigger)\b|\btruncate\s+(?:table\s+)?[\w""`\[]"),
        new(
            "sql_rights_change",
            82,
            "The statement changes who may do what.",
            ["grant", "revoke", "alter", "create"],
            @"\bgrant\s+[^;\0]*\bon\b[^;\0]*\bto\b|\bgrant\s+\w+\s+to\s+\w+\s*(?:[;\0]|$)|\brevoke\s+[^;\0]*\bon\b[^;\0]*\bfrom\b|\b(?:alter|create)\s+(?:user|role|login)\b"),
        new(
            "sql_delete_all",
            85,
            "The statement deletes rows without saying which.",
            ["delete"],
            @"\bdelete\s+from\s+[^\s;\0][^;\0]*") { Unless = "where" },
        new(
            "sql_update_all",
            80,
            "The statement changes rows without saying which.",
            ["update"],
            @"\bupdate\s+[^\s;\0]+\s+set\s[^;\0]*") { Unless = "where" },
        new(
            "sql_union",
            60,
            "The statement joins the rows of another query.",
            ["union"],
            @"\bunion\s+(?:all\s+)?select\b"),
    ];
}
