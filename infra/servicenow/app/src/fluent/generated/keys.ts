import '@servicenow/sdk/global'

declare global {
    namespace Now {
        namespace Internal {
            interface Keys extends KeysRegistry {
                explicit: {
                    'acl-change_request-additional_assignee_list-write': {
                        table: 'sys_security_acl'
                        id: '350e840481e544838ede528666e7b53f'
                    }
                    'acl-change_request-assigned_to-write': {
                        table: 'sys_security_acl'
                        id: 'ae008a5b0df743c1bfaacebad38ce76e'
                    }
                    'acl-change_request-read': {
                        table: 'sys_security_acl'
                        id: '8ec279bc590747138b304a141a112af8'
                    }
                    'acl-change_request-state-write': {
                        table: 'sys_security_acl'
                        id: '8737bb4457aa4859a5a56ed697ad0715'
                    }
                    'acl-change_request-work_notes-write': {
                        table: 'sys_security_acl'
                        id: '07402598cbda4b82a83c385e04ed1d55'
                    }
                    'acl-change_request-write': {
                        table: 'sys_security_acl'
                        id: 'b2096b98f069473c96cd587adb93d38a'
                    }
                    'acl-change_request-x_belay_chat_slack_link-write': {
                        table: 'sys_security_acl'
                        id: 'd6f8b0a06e2f4f59bf0503cc047f11fb'
                    }
                    'acl-change_request-x_belay_chat_slack-write': {
                        table: 'sys_security_acl'
                        id: '840c8134a45e418b887d830415dd7580'
                    }
                    'acl-change_request-x_belay_chat_teams_link-write': {
                        table: 'sys_security_acl'
                        id: '9c13c2b12f8f48789ef572707540c1a3'
                    }
                    'acl-change_request-x_belay_chat_teams-write': {
                        table: 'sys_security_acl'
                        id: '0bc573af83ed43eb8ddfa9034aacd1a9'
                    }
                    'acl-cmdb_ci_service-read': {
                        table: 'sys_security_acl'
                        id: '44948c1780b84b71a23d1d2488c8d79f'
                    }
                    'acl-cmdb_ci-read': {
                        table: 'sys_security_acl'
                        id: 'a0e38029134f4947a005857db52eb010'
                    }
                    'acl-ecc_agent-read': {
                        table: 'sys_security_acl'
                        id: 'bc4d94eb22c14b07b7e40e61133017df'
                    }
                    'acl-ecc_queue-read': {
                        table: 'sys_security_acl'
                        id: '07761368821041fdbd6f7e2c8911a089'
                    }
                    'acl-incident-additional_assignee_list-write': {
                        table: 'sys_security_acl'
                        id: '170f8719b9fa41f4b05e9d4fd2e8f37f'
                    }
                    'acl-incident-assigned_to-write': {
                        table: 'sys_security_acl'
                        id: '402e2567507e48b0912c6e41900d56aa'
                    }
                    'acl-incident-major_incident_state-write': {
                        table: 'sys_security_acl'
                        id: '81cd793eaf3e49aa8c8ac3e8c8406bd6'
                    }
                    'acl-incident-read': {
                        table: 'sys_security_acl'
                        id: '8fc2143bc8ea4da385c24c938a1006d8'
                    }
                    'acl-incident-state-write': {
                        table: 'sys_security_acl'
                        id: 'a7e66ae6b2c449a18087b41c58ed5f33'
                    }
                    'acl-incident-work_notes-write': {
                        table: 'sys_security_acl'
                        id: '915b7841381744ea91543ed23fadd5b2'
                    }
                    'acl-incident-write': {
                        table: 'sys_security_acl'
                        id: 'b2799013e9d44bb5b033934a694194b0'
                    }
                    'acl-incident-x_belay_chat_slack_link-write': {
                        table: 'sys_security_acl'
                        id: '3740e9f7b96d404b92f91ee381e21cff'
                    }
                    'acl-incident-x_belay_chat_slack-write': {
                        table: 'sys_security_acl'
                        id: '504452be56ff49028329377acdb43671'
                    }
                    'acl-incident-x_belay_chat_teams_link-write': {
                        table: 'sys_security_acl'
                        id: '98f0f62e5600454aacc741897bf87309'
                    }
                    'acl-incident-x_belay_chat_teams-write': {
                        table: 'sys_security_acl'
                        id: '8e66617e92614682beb833a34a153f73'
                    }
                    'acl-outbox-delete': {
                        table: 'sys_security_acl'
                        id: 'b90e72d0df53426f81f822a5938a4dbc'
                    }
                    'acl-outbox-read': {
                        table: 'sys_security_acl'
                        id: '16b88f1d509749ea87092a3e3d8fe555'
                    }
                    'acl-problem-additional_assignee_list-write': {
                        table: 'sys_security_acl'
                        id: 'ac5806579cde4b9dba0545ba6ce3427d'
                    }
                    'acl-problem-assigned_to-write': {
                        table: 'sys_security_acl'
                        id: '1758c72dd17947818f8c4607c48ea1b2'
                    }
                    'acl-problem-read': {
                        table: 'sys_security_acl'
                        id: '47e8780a72dd46f8af29dcfc84dab769'
                    }
                    'acl-problem-state-write': {
                        table: 'sys_security_acl'
                        id: '0eeea8cfa2844c9d9066d744ee0ee743'
                    }
                    'acl-problem-work_notes-write': {
                        table: 'sys_security_acl'
                        id: 'd36f4c3852284e8d88bfedd0e5ef8d88'
                    }
                    'acl-problem-write': {
                        table: 'sys_security_acl'
                        id: '4dc1687de7684c5da7339f395b80a50c'
                    }
                    'acl-problem-x_belay_chat_slack_link-write': {
                        table: 'sys_security_acl'
                        id: '98f88d7035e440ca9f85a200436ed5ba'
                    }
                    'acl-problem-x_belay_chat_slack-write': {
                        table: 'sys_security_acl'
                        id: 'ec19d7b245f9448ea57812a5ba8a2c10'
                    }
                    'acl-problem-x_belay_chat_teams_link-write': {
                        table: 'sys_security_acl'
                        id: 'edeb4b962fda470ea51165e773493f30'
                    }
                    'acl-problem-x_belay_chat_teams-write': {
                        table: 'sys_security_acl'
                        id: 'b966d1f76d7d465c86a615b15f56c7ed'
                    }
                    'acl-sys_attachment-create': {
                        table: 'sys_security_acl'
                        id: 'b42849f863c6428ab5625014ff3f3f67'
                    }
                    'acl-sys_attachment-file_name-write': {
                        table: 'sys_security_acl'
                        id: '87f8d146609647efa646a12e12666ad5'
                    }
                    'acl-sys_attachment-read': {
                        table: 'sys_security_acl'
                        id: '50423bac60bb48a89e0e988f82ab8ba6'
                    }
                    'acl-sys_journal_field-read': {
                        table: 'sys_security_acl'
                        id: 'ab04d7a81f864f92864edc0133e3e012'
                    }
                    'acl-sys_outbound_http_log-read': {
                        table: 'sys_security_acl'
                        id: '46094bd1fdb8478daf2072dbacc29e70'
                    }
                    'acl-sys_script-read': {
                        table: 'sys_security_acl'
                        id: '8c20fbc4e9684593b322837e9b425850'
                    }
                    'acl-sys_user_grmember-read': {
                        table: 'sys_security_acl'
                        id: '9c581ec69bf9490f9c88e9ea0adf26c4'
                    }
                    'acl-sys_user_group-read': {
                        table: 'sys_security_acl'
                        id: 'b1f2a6a2f5fc492f9e097b7d538e704b'
                    }
                    'acl-sys_user_has_role-read': {
                        table: 'sys_security_acl'
                        id: '2c754657861c45abb854c5d2dd5a852c'
                    }
                    'acl-sys_user_role-read': {
                        table: 'sys_security_acl'
                        id: 'e91fcd46085e4bc588bc41ddad9303c2'
                    }
                    'acl-sys_user-read': {
                        table: 'sys_security_acl'
                        id: '3ae583b06dd74a75a34f737efed24657'
                    }
                    bom_json: {
                        table: 'sys_module'
                        id: '5a3ef72cc86f4b709a719d830ddfa9a2'
                    }
                    'change_request-deleted': {
                        table: 'sys_script'
                        id: '273ea3ef729a4bd3b3a01e343fb21bc3'
                    }
                    'change_request-noted': {
                        table: 'sys_script'
                        id: '9b7e33bd2d174798b4e3d8f1e0d48342'
                    }
                    'change_request-opened': {
                        table: 'sys_script'
                        id: '5f6c89ea73e44c1db106b5670589fe19'
                    }
                    'change_request-updated': {
                        table: 'sys_script'
                        id: 'dff836bb644646599f25e0776eb8cc8d'
                    }
                    credential: {
                        table: 'sys_properties'
                        id: '09ceee95d2eb467f9d6629e4b63be596'
                    }
                    endpoint: {
                        table: 'sys_properties'
                        id: '76ed472d1a994476b1663241101d25c9'
                    }
                    'every-minute': {
                        table: 'sysauto_script'
                        id: '63ce973e0eb740dc8d6bd1915a2feca3'
                    }
                    'incident-deleted': {
                        table: 'sys_script'
                        id: 'eecf25bbb4f94a4ea9292cb92c5e4b1b'
                    }
                    'incident-noted': {
                        table: 'sys_script'
                        id: 'b70ff7064349401fb5b69b09952e7f96'
                    }
                    'incident-opened': {
                        table: 'sys_script'
                        id: '70e1ca6bc9b541ab8da3990e840f0a12'
                    }
                    'incident-updated': {
                        table: 'sys_script'
                        id: '5e8b2f26eff942e4a323ad88da5816fe'
                    }
                    include: {
                        table: 'sys_script_include'
                        id: '4b97b73f21274d049578dfaa4b391752'
                    }
                    menu: {
                        table: 'sys_app_application'
                        id: '8acf1b3015864452899acfa77c3de5b6'
                    }
                    'menu-outbox': {
                        table: 'sys_app_module'
                        id: 'cc8315f0f0b94c61a1d4785a45470fec'
                    }
                    message: {
                        table: 'sys_rest_message'
                        id: 'cc54bcf2123c450aab453b2577ccd26e'
                    }
                    'open-change_request-slack': {
                        table: 'sys_ui_action'
                        id: 'd6f953c0b83b41f698c23419a8b3f33e'
                    }
                    'open-change_request-teams': {
                        table: 'sys_ui_action'
                        id: '59bde3cc954747bd983a76aa162b5871'
                    }
                    'open-incident-slack': {
                        table: 'sys_ui_action'
                        id: '898566cb5a0d43049d9f95a8b87a796b'
                    }
                    'open-incident-teams': {
                        table: 'sys_ui_action'
                        id: 'b4a55493d6c04a2287f663a5b91c2cdf'
                    }
                    'open-problem-slack': {
                        table: 'sys_ui_action'
                        id: '24bbfe59c45341e49a28e84f64beb53d'
                    }
                    'open-problem-teams': {
                        table: 'sys_ui_action'
                        id: 'bf0cf446c8da4c6c947d5fddaa6b3887'
                    }
                    package_json: {
                        table: 'sys_module'
                        id: '90bc4187bdeb4fb3893e8b367c51fea8'
                    }
                    'problem-deleted': {
                        table: 'sys_script'
                        id: 'e9d488bb5ca14b139aa57e2940946095'
                    }
                    'problem-noted': {
                        table: 'sys_script'
                        id: '078841ac5471449b8dcf1be5f3e5cb8d'
                    }
                    'problem-opened': {
                        table: 'sys_script'
                        id: '818aa7f065d04b099ff90619d5e03587'
                    }
                    'problem-updated': {
                        table: 'sys_script'
                        id: '0a4846a613ff4117b15f06096045932a'
                    }
                    'send-test': {
                        table: 'sys_ui_action'
                        id: '06a29686f0734958b0361ca3638f37f0'
                    }
                    src_server_event_js: {
                        table: 'sys_module'
                        id: '696d1ed1da0c44d09052cf2b1a8eed07'
                    }
                    src_server_heartbeat_js: {
                        table: 'sys_module'
                        id: '3a382030aae34a80a736a7a4cecea971'
                    }
                    src_server_outbox_js: {
                        table: 'sys_module'
                        id: 'e800775d4b58405d885a3dafc23ffc76'
                    }
                    src_server_post_js: {
                        table: 'sys_module'
                        id: 'd43feedf69884e79b8b116b76dd3fd4b'
                    }
                    src_server_rules_js: {
                        table: 'sys_module'
                        id: 'f862c17082824399a2b6846a8791b375'
                    }
                    src_server_signature_js: {
                        table: 'sys_module'
                        id: 'e279c49fbf66457481a9a703a76a9495'
                    }
                    'sys_attachment-attached': {
                        table: 'sys_script'
                        id: '76683251375c4fb1831ebcb38d7f656d'
                    }
                }
                composite: [
                    {
                        table: 'sys_security_acl_role'
                        id: '0235d702feac4b1c8ed7fbe96575fd62'
                        key: {
                            sys_security_acl: '16b88f1d509749ea87092a3e3d8fe555'
                            sys_user_role: {
                                id: 'b1251828c7ec4063946df28083bb2fff'
                                key: {
                                    name: 'x_belay_chat.admin'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '0643feaec8bc456fb6debc2e96f950b9'
                        key: {
                            name: 'incident'
                            element: 'x_belay_chat_slack'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: '0983291a9a8443d6a456fa7d4fc703d9'
                        key: {
                            sys_security_acl: '98f0f62e5600454aacc741897bf87309'
                            sys_user_role: {
                                id: '24f2dad67ab74fa28ffedf4ebf371f68'
                                key: {
                                    name: 'x_belay_chat.integration'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '0c1d338905134958910181748e016583'
                        key: {
                            name: 'change_request'
                            element: 'x_belay_chat_slack'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: '16dc7e758fac4d0297a2227d619c5734'
                        key: {
                            sys_security_acl: '44948c1780b84b71a23d1d2488c8d79f'
                            sys_user_role: {
                                id: '24f2dad67ab74fa28ffedf4ebf371f68'
                                key: {
                                    name: 'x_belay_chat.integration'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '174e24b531894634ac5378d61f4475b5'
                        key: {
                            name: 'incident'
                            element: 'x_belay_chat_slack_link'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '196c37a815bb48f08d76e8d34004590c'
                        key: {
                            name: 'x_belay_chat_outbox'
                            element: 'event_id'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '1c2d310cf5f2495a8eb1342c77f5213a'
                        key: {
                            name: 'x_belay_chat_outbox'
                            element: 'source_id'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: '1c94e1b36f7543f6a4c5f1691907aee4'
                        key: {
                            sys_security_acl: '07761368821041fdbd6f7e2c8911a089'
                            sys_user_role: {
                                id: '24f2dad67ab74fa28ffedf4ebf371f68'
                                key: {
                                    name: 'x_belay_chat.integration'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '1e5288af4b47427b87f4273902656e85'
                        key: {
                            name: 'change_request'
                            element: 'x_belay_chat_teams'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: '2046a99143fb4e7097d2ed77504fea3b'
                        key: {
                            sys_security_acl: 'ec19d7b245f9448ea57812a5ba8a2c10'
                            sys_user_role: {
                                id: '24f2dad67ab74fa28ffedf4ebf371f68'
                                key: {
                                    name: 'x_belay_chat.integration'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '217d331bf8324956a56bd87f6c9a3b5b'
                        key: {
                            name: 'x_belay_chat_outbox'
                            element: 'source_id'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '220266bf07ca4827bd70c6ddf593c48f'
                        key: {
                            name: 'incident'
                            element: 'x_belay_chat_teams'
                        }
                    },
                    {
                        table: 'sys_user_role'
                        id: '24f2dad67ab74fa28ffedf4ebf371f68'
                        key: {
                            name: 'x_belay_chat.integration'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: '267956b9d28840eab1b581274f188ebe'
                        key: {
                            sys_security_acl: '8ec279bc590747138b304a141a112af8'
                            sys_user_role: {
                                id: '24f2dad67ab74fa28ffedf4ebf371f68'
                                key: {
                                    name: 'x_belay_chat.integration'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: '2de562bde146434e896c07be864e0e8b'
                        key: {
                            sys_security_acl: '0eeea8cfa2844c9d9066d744ee0ee743'
                            sys_user_role: {
                                id: '24f2dad67ab74fa28ffedf4ebf371f68'
                                key: {
                                    name: 'x_belay_chat.integration'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '3837b6e306254b37acd423ad919b4ad0'
                        key: {
                            name: 'problem'
                            element: 'x_belay_chat_slack_link'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '403694971c1a43f59b6761cc435e471b'
                        key: {
                            name: 'x_belay_chat_outbox'
                            element: 'said'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '40b08fffa575402797b7515158e76f2b'
                        key: {
                            name: 'problem'
                            element: 'x_belay_chat_teams'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: '41df7475a8c143389df41855081d6b80'
                        key: {
                            sys_security_acl: '8737bb4457aa4859a5a56ed697ad0715'
                            sys_user_role: {
                                id: '24f2dad67ab74fa28ffedf4ebf371f68'
                                key: {
                                    name: 'x_belay_chat.integration'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: '4709ba7d20e14ad2b3ba94b3d1f91f50'
                        key: {
                            sys_security_acl: 'b90e72d0df53426f81f822a5938a4dbc'
                            sys_user_role: {
                                id: 'b1251828c7ec4063946df28083bb2fff'
                                key: {
                                    name: 'x_belay_chat.admin'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: '49a796049b7a4c6f86cacaa64740e5dc'
                        key: {
                            sys_security_acl: 'b2799013e9d44bb5b033934a694194b0'
                            sys_user_role: {
                                id: '24f2dad67ab74fa28ffedf4ebf371f68'
                                key: {
                                    name: 'x_belay_chat.integration'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: '4adb4da15fd849d1849cb140109cf708'
                        key: {
                            sys_security_acl: '3ae583b06dd74a75a34f737efed24657'
                            sys_user_role: {
                                id: '24f2dad67ab74fa28ffedf4ebf371f68'
                                key: {
                                    name: 'x_belay_chat.integration'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: '4e1793f0770f49f69762b0115ca8058e'
                        key: {
                            sys_security_acl: '504452be56ff49028329377acdb43671'
                            sys_user_role: {
                                id: '24f2dad67ab74fa28ffedf4ebf371f68'
                                key: {
                                    name: 'x_belay_chat.integration'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: '4f547a5913e14802979d6446a153d7a3'
                        key: {
                            sys_security_acl: '07402598cbda4b82a83c385e04ed1d55'
                            sys_user_role: {
                                id: '24f2dad67ab74fa28ffedf4ebf371f68'
                                key: {
                                    name: 'x_belay_chat.integration'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '4fca21512dc6497ca5770a562488990a'
                        key: {
                            name: 'problem'
                            element: 'x_belay_chat_slack'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: '4ffd9970a95447a2a8402f432b0a122c'
                        key: {
                            sys_security_acl: '9c13c2b12f8f48789ef572707540c1a3'
                            sys_user_role: {
                                id: '24f2dad67ab74fa28ffedf4ebf371f68'
                                key: {
                                    name: 'x_belay_chat.integration'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '5629f89e59eb42768892219bbf1cc5cc'
                        key: {
                            name: 'incident'
                            element: 'x_belay_chat_teams_link'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: '59a5b20febb14ebd9563d79b9eee9ab9'
                        key: {
                            sys_security_acl: '2c754657861c45abb854c5d2dd5a852c'
                            sys_user_role: {
                                id: '24f2dad67ab74fa28ffedf4ebf371f68'
                                key: {
                                    name: 'x_belay_chat.integration'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '5a562c73fd5c42fdad8c3cd8b2f54315'
                        key: {
                            name: 'change_request'
                            element: 'x_belay_chat_teams_link'
                            language: 'en'
                        }
                    },
                    {
                        table: 'ua_table_licensing_config'
                        id: '5e5ec0da585946ccadf6ee2d8d0b8b1a'
                        key: {
                            name: 'incident'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '5f4ed5814970472196bb3730bd2e1ad8'
                        key: {
                            name: 'incident'
                            element: 'x_belay_chat_teams'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: '635d86f549cc4e4d9a5a25d456a6a76f'
                        key: {
                            sys_security_acl: 'a0e38029134f4947a005857db52eb010'
                            sys_user_role: {
                                id: '24f2dad67ab74fa28ffedf4ebf371f68'
                                key: {
                                    name: 'x_belay_chat.integration'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: '65236d49528347b0920c2bb7139575ea'
                        key: {
                            sys_security_acl: 'd6f8b0a06e2f4f59bf0503cc047f11fb'
                            sys_user_role: {
                                id: '24f2dad67ab74fa28ffedf4ebf371f68'
                                key: {
                                    name: 'x_belay_chat.integration'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '65a40b0c247746318d17299146850545'
                        key: {
                            name: 'x_belay_chat_outbox'
                            element: 'attempts'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '65dd8f5a7bd549b0941b3beb8d9833d6'
                        key: {
                            name: 'incident'
                            element: 'x_belay_chat_slack'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_db_object'
                        id: '6a50cca0c1f24a4da59cac451f840276'
                        key: {
                            name: 'problem'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: '6caf1d9ca2c74d33b109a40027069914'
                        key: {
                            sys_security_acl: 'e91fcd46085e4bc588bc41ddad9303c2'
                            sys_user_role: {
                                id: '24f2dad67ab74fa28ffedf4ebf371f68'
                                key: {
                                    name: 'x_belay_chat.integration'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: '6d22fd07163847068dea21c3e77842b7'
                        key: {
                            sys_security_acl: 'ab04d7a81f864f92864edc0133e3e012'
                            sys_user_role: {
                                id: '24f2dad67ab74fa28ffedf4ebf371f68'
                                key: {
                                    name: 'x_belay_chat.integration'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '6d47da40e98c4cdd8ab1d80fd30dd34d'
                        key: {
                            name: 'problem'
                            element: 'x_belay_chat_slack_link'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: '6da8314ce4134dc3bd22ec89ab9640e0'
                        key: {
                            sys_security_acl: '87f8d146609647efa646a12e12666ad5'
                            sys_user_role: {
                                id: '24f2dad67ab74fa28ffedf4ebf371f68'
                                key: {
                                    name: 'x_belay_chat.integration'
                                }
                            }
                        }
                    },
                    {
                        table: 'ua_table_licensing_config'
                        id: '6ffc550572e9455f8efa86bfadab6f9d'
                        key: {
                            name: 'x_belay_chat_outbox'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '76cfa5f0888849bf9ac3c7c54656280b'
                        key: {
                            name: 'incident'
                            element: 'x_belay_chat_slack_link'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '77803ece0ef64fc2ac0c37b45d2179f4'
                        key: {
                            name: 'problem'
                            element: 'x_belay_chat_teams_link'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: '7b7e4b6e63b149749ea6458e6b227804'
                        key: {
                            sys_security_acl: 'edeb4b962fda470ea51165e773493f30'
                            sys_user_role: {
                                id: '24f2dad67ab74fa28ffedf4ebf371f68'
                                key: {
                                    name: 'x_belay_chat.integration'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '7bf80c5dcbe3451fa30b4293930ab6b7'
                        key: {
                            name: 'x_belay_chat_outbox'
                            element: 'occurred_at'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: '7fbf3bc2c66c49ac9fa6a45eb9081947'
                        key: {
                            sys_security_acl: 'b966d1f76d7d465c86a615b15f56c7ed'
                            sys_user_role: {
                                id: '24f2dad67ab74fa28ffedf4ebf371f68'
                                key: {
                                    name: 'x_belay_chat.integration'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '8979521b41e244e8b1082c4db652fc09'
                        key: {
                            name: 'x_belay_chat_outbox'
                            element: 'changed_by'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '8bf605e703a5441ead88dec5ceb57bf4'
                        key: {
                            name: 'change_request'
                            element: 'x_belay_chat_slack'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: '8cf884b407224d25b2fcd72dc3665611'
                        key: {
                            sys_security_acl: '8fc2143bc8ea4da385c24c938a1006d8'
                            sys_user_role: {
                                id: '24f2dad67ab74fa28ffedf4ebf371f68'
                                key: {
                                    name: 'x_belay_chat.integration'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: '9035003f915a476ba2a09a16ab83f703'
                        key: {
                            name: 'x_belay_chat_outbox'
                            element: 'occurred_at'
                        }
                    },
                    {
                        table: 'sys_ui_action_role'
                        id: '907e367b3c004275b160f46e604fbcd0'
                        key: {
                            sys_ui_action: '06a29686f0734958b0361ca3638f37f0'
                            sys_user_role: {
                                id: 'b1251828c7ec4063946df28083bb2fff'
                                key: {
                                    name: 'x_belay_chat.admin'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: '90aff341fb414cdbb8e1189ef40b7b21'
                        key: {
                            sys_security_acl: '4dc1687de7684c5da7339f395b80a50c'
                            sys_user_role: {
                                id: '24f2dad67ab74fa28ffedf4ebf371f68'
                                key: {
                                    name: 'x_belay_chat.integration'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: '910f37c3a19540aca7b5b245ea514bb1'
                        key: {
                            sys_security_acl: '3740e9f7b96d404b92f91ee381e21cff'
                            sys_user_role: {
                                id: '24f2dad67ab74fa28ffedf4ebf371f68'
                                key: {
                                    name: 'x_belay_chat.integration'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: '91204c1ffa024a85b3652132ade4adb8'
                        key: {
                            sys_security_acl: '81cd793eaf3e49aa8c8ac3e8c8406bd6'
                            sys_user_role: {
                                id: '24f2dad67ab74fa28ffedf4ebf371f68'
                                key: {
                                    name: 'x_belay_chat.integration'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_db_object'
                        id: '952375ef4ec742dab5001e277ed7b345'
                        key: {
                            name: 'incident'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: '971bf473f2e24567a194cd9a90c3cdc3'
                        key: {
                            sys_security_acl: '8c20fbc4e9684593b322837e9b425850'
                            sys_user_role: {
                                id: '24f2dad67ab74fa28ffedf4ebf371f68'
                                key: {
                                    name: 'x_belay_chat.integration'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: '97212e408d214c698e742f715eddb5d5'
                        key: {
                            sys_security_acl: 'ac5806579cde4b9dba0545ba6ce3427d'
                            sys_user_role: {
                                id: '24f2dad67ab74fa28ffedf4ebf371f68'
                                key: {
                                    name: 'x_belay_chat.integration'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '998a21938abd45aab23af80273261c61'
                        key: {
                            name: 'x_belay_chat_outbox'
                            element: 'changed_by'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: '9b26d502730a4317a2bb3ac1eab85b46'
                        key: {
                            sys_security_acl: 'd36f4c3852284e8d88bfedd0e5ef8d88'
                            sys_user_role: {
                                id: '24f2dad67ab74fa28ffedf4ebf371f68'
                                key: {
                                    name: 'x_belay_chat.integration'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: '9c2405a1d9374ac5b130ce20caf74639'
                        key: {
                            sys_security_acl: '50423bac60bb48a89e0e988f82ab8ba6'
                            sys_user_role: {
                                id: '24f2dad67ab74fa28ffedf4ebf371f68'
                                key: {
                                    name: 'x_belay_chat.integration'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '9cedb3456694458fa36d7b928c322dbd'
                        key: {
                            name: 'x_belay_chat_outbox'
                            element: 'attachment'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: '9f006f0a02f04b3b8a9f5b78c6d4e9fa'
                        key: {
                            name: 'incident'
                            element: 'NULL'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: '9fa8d75e9ad64c73bb06ad1209914627'
                        key: {
                            sys_security_acl: 'bc4d94eb22c14b07b7e40e61133017df'
                            sys_user_role: {
                                id: '24f2dad67ab74fa28ffedf4ebf371f68'
                                key: {
                                    name: 'x_belay_chat.integration'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: 'a0d5f69d546e4e13a86f5c9ee7bf5085'
                        key: {
                            sys_security_acl: '915b7841381744ea91543ed23fadd5b2'
                            sys_user_role: {
                                id: '24f2dad67ab74fa28ffedf4ebf371f68'
                                key: {
                                    name: 'x_belay_chat.integration'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: 'a25356dc1cf04bb49731f7705bb4f913'
                        key: {
                            name: 'problem'
                            element: 'x_belay_chat_slack'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: 'a339a411f556461e816401fe060df6d9'
                        key: {
                            sys_security_acl: 'a7e66ae6b2c449a18087b41c58ed5f33'
                            sys_user_role: {
                                id: '24f2dad67ab74fa28ffedf4ebf371f68'
                                key: {
                                    name: 'x_belay_chat.integration'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'a393c77688c6424f8171155a7fe07228'
                        key: {
                            name: 'change_request'
                            element: 'x_belay_chat_slack_link'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: 'a3a129ce99fd4c6ba1056d594f486271'
                        key: {
                            sys_security_acl: '98f88d7035e440ca9f85a200436ed5ba'
                            sys_user_role: {
                                id: '24f2dad67ab74fa28ffedf4ebf371f68'
                                key: {
                                    name: 'x_belay_chat.integration'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'a57ca338f4cd4e1ebac32034364c2574'
                        key: {
                            name: 'x_belay_chat_outbox'
                            element: 'said'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: 'a650d71995da4235998e7ef948e95c9a'
                        key: {
                            sys_security_acl: 'b1f2a6a2f5fc492f9e097b7d538e704b'
                            sys_user_role: {
                                id: '24f2dad67ab74fa28ffedf4ebf371f68'
                                key: {
                                    name: 'x_belay_chat.integration'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: 'a6dc73a92a5e4c28ba3f7ad78309f7dc'
                        key: {
                            name: 'x_belay_chat_outbox'
                            element: 'source_table'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: 'a79571702888477196bf35db03342fdc'
                        key: {
                            sys_security_acl: '350e840481e544838ede528666e7b53f'
                            sys_user_role: {
                                id: '24f2dad67ab74fa28ffedf4ebf371f68'
                                key: {
                                    name: 'x_belay_chat.integration'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: 'a98531bd12ef431ab677e0c5a922f4c3'
                        key: {
                            sys_security_acl: '46094bd1fdb8478daf2072dbacc29e70'
                            sys_user_role: {
                                id: '24f2dad67ab74fa28ffedf4ebf371f68'
                                key: {
                                    name: 'x_belay_chat.integration'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: 'aa937bd35ec94d4f900aba8147af4a79'
                        key: {
                            name: 'x_belay_chat_outbox'
                            element: 'attachment'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: 'abb4359da5d0436883848a873a05c46b'
                        key: {
                            sys_security_acl: '0bc573af83ed43eb8ddfa9034aacd1a9'
                            sys_user_role: {
                                id: '24f2dad67ab74fa28ffedf4ebf371f68'
                                key: {
                                    name: 'x_belay_chat.integration'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'ad6737c40e3e477e8d5b204f760479b6'
                        key: {
                            name: 'x_belay_chat_outbox'
                            element: 'event_id'
                            language: 'en'
                        }
                    },
                    {
                        table: 'ua_table_licensing_config'
                        id: 'ae0296e273b14958b6ba9883ea6854e7'
                        key: {
                            name: 'change_request'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'af31a1049b7a462da39038e4bb90f475'
                        key: {
                            name: 'x_belay_chat_outbox'
                            element: 'mod_count'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: 'af834b5cafaf4bc496965e7f3be5bd11'
                        key: {
                            sys_security_acl: '47e8780a72dd46f8af29dcfc84dab769'
                            sys_user_role: {
                                id: '24f2dad67ab74fa28ffedf4ebf371f68'
                                key: {
                                    name: 'x_belay_chat.integration'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_user_role'
                        id: 'b1251828c7ec4063946df28083bb2fff'
                        key: {
                            name: 'x_belay_chat.admin'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: 'b18c39f314af491381d823ab9dda13d2'
                        key: {
                            sys_security_acl: '8e66617e92614682beb833a34a153f73'
                            sys_user_role: {
                                id: '24f2dad67ab74fa28ffedf4ebf371f68'
                                key: {
                                    name: 'x_belay_chat.integration'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: 'b5669adc9b1b4bccbc3986fa1b2db175'
                        key: {
                            name: 'x_belay_chat_outbox'
                            element: 'type'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'b944732353944a19ae62e2d2c0f9988e'
                        key: {
                            name: 'incident'
                            element: 'x_belay_chat_teams_link'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'bcf3dfbb070f4007b74ad82841cd53ce'
                        key: {
                            name: 'problem'
                            element: 'x_belay_chat_teams'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'bedc2771ce7c484fbdc042a66a0e178f'
                        key: {
                            name: 'x_belay_chat_outbox'
                            element: 'attempts'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'c121782e9cbf4a21a78e8db463aeac24'
                        key: {
                            name: 'x_belay_chat_outbox'
                            element: 'type'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: 'c36de8a345954203b812bde254c1daf4'
                        key: {
                            name: 'change_request'
                            element: 'x_belay_chat_teams_link'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'c41cf2dac5774885b1d5563d22339c53'
                        key: {
                            name: 'x_belay_chat_outbox'
                            element: 'NULL'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: 'c463d290326740b3a2721a0e66ee91bb'
                        key: {
                            sys_security_acl: '402e2567507e48b0912c6e41900d56aa'
                            sys_user_role: {
                                id: '24f2dad67ab74fa28ffedf4ebf371f68'
                                key: {
                                    name: 'x_belay_chat.integration'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: 'c9f1a4da9962446a8c69304b580f48a2'
                        key: {
                            name: 'x_belay_chat_outbox'
                            element: 'NULL'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: 'd16e17d38af84961a8cd4bef80401326'
                        key: {
                            sys_security_acl: '9c581ec69bf9490f9c88e9ea0adf26c4'
                            sys_user_role: {
                                id: '24f2dad67ab74fa28ffedf4ebf371f68'
                                key: {
                                    name: 'x_belay_chat.integration'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_db_object'
                        id: 'd73df952044f4c75be01540ae4e9acd0'
                        key: {
                            name: 'x_belay_chat_outbox'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: 'd817efedf59b4d1dad62c87123ff45eb'
                        key: {
                            name: 'x_belay_chat_outbox'
                            element: 'mod_count'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: 'd98332faf5594a359b5904e12e841144'
                        key: {
                            sys_security_acl: '1758c72dd17947818f8c4607c48ea1b2'
                            sys_user_role: {
                                id: '24f2dad67ab74fa28ffedf4ebf371f68'
                                key: {
                                    name: 'x_belay_chat.integration'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_db_object'
                        id: 'd9da883c58f742fd91c5b64390cb9f16'
                        key: {
                            name: 'change_request'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: 'da39c96cb8184c589d680c6ff441a7fd'
                        key: {
                            sys_security_acl: 'b2096b98f069473c96cd587adb93d38a'
                            sys_user_role: {
                                id: '24f2dad67ab74fa28ffedf4ebf371f68'
                                key: {
                                    name: 'x_belay_chat.integration'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: 'e2a37f07c5584adfba610e172596bc76'
                        key: {
                            name: 'change_request'
                            element: 'x_belay_chat_slack_link'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: 'e7105ecae10447f097e06c03743b04e4'
                        key: {
                            sys_security_acl: '840c8134a45e418b887d830415dd7580'
                            sys_user_role: {
                                id: '24f2dad67ab74fa28ffedf4ebf371f68'
                                key: {
                                    name: 'x_belay_chat.integration'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'e952037c7ad741f384d44f3d857d44cb'
                        key: {
                            name: 'problem'
                            element: 'NULL'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: 'eb87d5e2ea5a43fbb6c70f76f9b134a4'
                        key: {
                            sys_security_acl: 'ae008a5b0df743c1bfaacebad38ce76e'
                            sys_user_role: {
                                id: '24f2dad67ab74fa28ffedf4ebf371f68'
                                key: {
                                    name: 'x_belay_chat.integration'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_rest_message_fn'
                        id: 'ebc9ee0f43704190a66e58c0cf38fb4f'
                        key: {
                            rest_message: 'cc54bcf2123c450aab453b2577ccd26e'
                            function_name: 'event'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: 'efec9559092f49ec8c271087aa708781'
                        key: {
                            name: 'change_request'
                            element: 'x_belay_chat_teams'
                        }
                    },
                    {
                        table: 'ua_table_licensing_config'
                        id: 'f015be1f2fee4d33b9d43be0d48cfaba'
                        key: {
                            name: 'problem'
                        }
                    },
                    {
                        table: 'sys_dictionary'
                        id: 'f24f98572e074f46b8a4f132f762747e'
                        key: {
                            name: 'problem'
                            element: 'x_belay_chat_teams_link'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'f503f770a8124ffa92bda73a6b38fc2b'
                        key: {
                            name: 'change_request'
                            element: 'NULL'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_documentation'
                        id: 'f955459632a74d2b87aade88a3fa65cd'
                        key: {
                            name: 'x_belay_chat_outbox'
                            element: 'source_table'
                            language: 'en'
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: 'f96445cccd414d6ea47647f46366e89f'
                        key: {
                            sys_security_acl: 'b42849f863c6428ab5625014ff3f3f67'
                            sys_user_role: {
                                id: '24f2dad67ab74fa28ffedf4ebf371f68'
                                key: {
                                    name: 'x_belay_chat.integration'
                                }
                            }
                        }
                    },
                    {
                        table: 'sys_security_acl_role'
                        id: 'fe86e1792acb42eeaf2608fc48a0cb8e'
                        key: {
                            sys_security_acl: '170f8719b9fa41f4b05e9d4fd2e8f37f'
                            sys_user_role: {
                                id: '24f2dad67ab74fa28ffedf4ebf371f68'
                                key: {
                                    name: 'x_belay_chat.integration'
                                }
                            }
                        }
                    },
                ]
            }
        }
    }
}
